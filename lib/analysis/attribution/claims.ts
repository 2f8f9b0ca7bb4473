import { accordingClaims } from './according-claims.ts';
import { bareSpeech } from './bare-speech.ts';
import { characterisations } from './characterisations.ts';
import type { Claim } from './claim.ts';
import { findCues, type Cue } from './cues.ts';
import { nounClaims } from './noun-claims.ts';
import { quotedClaims } from './quoted-claims.ts';
import { spokenClaims } from './spoken-claims.ts';
import { endAtOuterCue } from './outer-cues.ts';
import type { Token } from './tokens.ts';
import { withoutUnsettled } from './unsettled.ts';

/** What a statement ascribes to whom, by its grammar alone, in the order of the text. */
export function findClaims(tokens: Token[]): { claims: Claim[]; cues: Cue[] } {
  const cues = findCues(tokens);
  const quoted = quotedClaims(tokens);
  const according = accordingClaims(tokens, cues);
  const isTaken = (cue: Cue) => quoted.some((claim) => covers(claim, cue));
  const own = cues.filter((cue) => !isTaken(cue));
  const spoken = spokenClaims(tokens, own);
  const taken = new Set(spoken.flatMap(({ cue }) => (cue ? [cue.from] : [])));
  const cued = unique([
    ...quoted,
    ...spoken,
    ...according,
    ...nounClaims(tokens, own),
    ...characterisations(tokens, own, taken),
  ]);
  const claims = endAtOuterCue([...cued, ...bareSpeech(tokens, cued)], tokens);
  const settled = withoutUnsettled(claims, tokens);
  return { claims: settled.sort((a, b) => startOf(a) - startOf(b)), cues };
}

function covers({ cue }: Claim, { from }: Cue): boolean {
  return cue !== null && cue.from <= from && from <= cue.to;
}

/** Two cues on one quotation ("Lee said, citing …"): the first that found it keeps it. */
function unique(claims: Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ content, isSpeech }) => {
    const key = content.map(({ start, end }) => `${start}-${end}`).join();
    const isNew = !isSpeech || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function startOf({ content }: Claim): number {
  return content[0]?.start ?? 0;
}

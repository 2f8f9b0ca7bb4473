import type { Figure } from './cast.ts';
import type { Claim } from './claim.ts';
import type { Token } from './tokens.ts';

/** A claim with the figure that makes it. */
export interface Finding {
  claim: Claim;
  tokens: Token[];
  figure: Figure | null;
  /** Listener or reporting outlet, where the text names one. */
  medium: Figure | null;
  /** The outlet in whose words this claim stands ("Kyodo reported that [Lee said …]"). */
  within: Figure | null;
}

/** What somebody says of himself inside his own words is told already: "Lee said he [doubts it]". */
export function withoutRepeats(findings: Finding[]): Finding[] {
  return findings.filter(
    (finding) => !findings.some((other) => other !== finding && repeats(finding, other)),
  );
}

function repeats({ claim, figure }: Finding, other: Finding): boolean {
  const [inner, outer] = [claim.content[0], other.claim.content[0]];
  if (!figure || figure !== other.figure || claim.isSpeech || !inner || !outer) return false;
  const isEqual = inner.start === outer.start && inner.end === outer.end;
  return !isEqual && inner.start >= outer.start && inner.end <= outer.end;
}

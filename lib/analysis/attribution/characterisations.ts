import type { Claim } from './claim.ts';
import { clauseSpan } from './clauses.ts';
import type { Cue } from './cues.ts';
import { isBoundary } from './phrase-core.ts';
import { phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { cueForm } from './vocabulary.ts';

const OBJECT_MAX_TOKENS = 24;

/** Quoted words that a verb of judging ascribes: `called the plan "dead"`, `"dead," as described by Lee`. */
export function characterisations(
  tokens: Token[],
  cues: Cue[],
  taken: ReadonlySet<number>,
): Claim[] {
  const active = cues
    .filter(({ classes, from }) => classes.has('characterise') && !taken.has(from))
    .flatMap((cue) => activeClaim(tokens, cue) ?? []);
  const passive = tokens.flatMap((_, at) => passiveClaim(tokens, at) ?? []);
  return [...active, ...passive];
}

function activeClaim(tokens: Token[], cue: Cue): Claim | null {
  if (!cue.source || cue.isInverted) return null;
  const first = objectStart(tokens, cue);
  const last = first === null ? null : quotedEnd(tokens, first);
  const content = first === null || last === null ? null : clauseSpan(tokens, first, last + 1);
  return content && claim(content, cue.source, cue);
}

const claim = (
  content: Claim['content'][number],
  source: Claim['source'],
  { from, to }: { from: number; to: number },
): Claim => ({
  content: [content],
  isSpeech: false,
  source,
  isContinued: false,
  cue: { from, to },
  medium: null,
});

/** First token of what is judged; with "what she called a …" only the judgement. */
function objectStart(tokens: Token[], { from, to, subjectFrom }: Cue): number | null {
  const next = tokens[to + 1];
  const isRefer = /^refer/u.test(tokens[from]?.lower ?? '');
  if (/^(?:on|for|off)$/u.test(next?.lower ?? '')) return null;
  // What somebody vows or urges is an infinitive or an "of": `vowed to "never" yield`.
  const isVow = /^(?:vow|pledg|promis|threat|urg|warn)/u.test(tokens[from]?.lower ?? '');
  if (isVow && !/^(?:to|of)$/u.test(next?.lower ?? '')) return null;
  const at = isRefer || /^(?:to|of|as)$/u.test(next?.lower ?? '') ? to + 2 : to + 1;
  const isJudgement = /^(?:what|which)$/u.test(tokens[subjectFrom - 1]?.lower ?? '');
  return isJudgement && tokens[at]?.lower === 'as' ? at + 1 : at;
}

/** Last quoted token after `from` in the same clause. */
function quotedEnd(tokens: Token[], from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + OBJECT_MAX_TOKENS); at++) {
    const token = tokens[at];
    if (token?.isQuoted && token.kind === 'word') {
      while (tokens[at + 1]?.isQuoted && tokens[at + 1]?.kind !== 'speech') at++;
      return at;
    }
    if (isBoundary(token) || /^(?:and|but|while|because)$/u.test(token?.lower ?? '')) return null;
  }
  return null;
}

/** "described by Lee as `a love letter`". */
function passiveClaim(tokens: Token[], at: number): Claim | null {
  const form = cueForm(tokens[at]);
  if (!form?.classes.has('characterise') || form.isParticiple || tokens[at]?.isQuoted) return null;
  if (tokens[at + 1]?.lower !== 'by') return null;
  const source = phraseStartingAt(tokens, at + 2);
  if (!source) return null;
  const from = tokens[source.to + 1]?.lower === 'as' ? source.to + 2 : source.to + 1;
  const last = quotedEnd(tokens, from);
  const content = last === null ? null : clauseSpan(tokens, from, last + 1);
  return content && claim(content, source, { from: at, to: at });
}

import type { Cue } from './cues.ts';
import { opensClause } from './that-clause.ts';
import type { Token } from './tokens.ts';
import { cueForm, isDeterminer, isFiniteVerb } from './vocabulary.ts';

/** Where a clause begins, and whether "that" leads it in. */
export interface ClauseStart {
  kind: 'that' | 'clause';
  at: number;
}

/** A clause without "that"; "the caveat that …" leads in what follows it. */
export function zeroClause(tokens: Token[], cue: Cue, at: number): ClauseStart | null {
  if (!opensZeroClause(tokens, cue, at)) return null;
  const isLedIn = isDeterminer(tokens[at]) && tokens[at + 2]?.lower === 'that';
  return isLedIn && opensClause(tokens, at + 2)
    ? { kind: 'that', at: at + 3 }
    : { kind: 'clause', at };
}

function opensZeroClause(tokens: Token[], cue: Cue, at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind !== 'word') return false;
  if (isRelative(tokens, cue) && isFiniteVerb(token)) return true;
  if (NO_OPENER.test(token.lower) || (cueForm(token) && isFiniteVerb(token))) return false;
  if (cue.classes.has('announce') && opensWithPronoun(tokens, at)) return true;
  const takesZero = cue.classes.has('say') || cue.classes.has('tell') || cue.classes.has('think');
  const isSay = /^sa/u.test(tokens[cue.from]?.lower ?? '');
  return takesZero && (!/ing$/u.test(token.text) || cue.classes.has('tell') || isSay);
}

const NO_OPENER =
  /^(?:and|but|or|so|as|to|because|while|though|although|when|where|which|who|whom|than|since|how|according|itself|himself|herself|themselves|not|yes|goodbye|is|are|was|were)$/u;

/** "a summit, which Lee said [is unlikely]": the relative pronoun is the clause's own subject. */
function isRelative(tokens: Token[], { subjectFrom, isInverted }: Cue): boolean {
  return !isInverted && /^(?:which|who)$/u.test(tokens[subjectFrom - 1]?.lower ?? '');
}

/** "confirmed [there had been] no talks", "announced [it was] leaving" */
function opensWithPronoun(tokens: Token[], at: number): boolean {
  const isPronoun = /^(?:he|she|they|it|there|we)$/u.test(tokens[at]?.lower ?? '');
  return isPronoun && isFiniteVerb(tokens[at + 1]);
}

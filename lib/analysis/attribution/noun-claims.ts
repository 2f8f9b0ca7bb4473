import type { Claim } from './claim.ts';
import { clauseEnd, clauseSpan } from './clauses.ts';
import type { Cue } from './cues.ts';
import { possessorAt } from './possessors.ts';
import { subjectBefore } from './subjects.ts';
import { isPossessive, type Token } from './tokens.ts';
import { isAdverb, isAuxiliary, isClaimNoun, isConjunction, isFiniteVerb } from './vocabulary.ts';

const ADJECTIVES_MAX = 3;
const CLAUSE_MIN_TOKENS = 3;

/** "Lee's claim that …", "the envoy's repeated warning that …": what a noun of saying ascribes. */
export function nounClaims(tokens: Token[], cues: Cue[]): Claim[] {
  return tokens.flatMap((token, at) => {
    if (token.isQuoted || tokens[at + 1]?.lower !== 'that' || !isClaimNoun(token.lower)) return [];
    const owner = ownerBefore(tokens, at);
    const source = owner ?? voicer(tokens, at);
    if (!source) return [];
    const from = at + 2;
    const end = contentEnd(tokens, cues, from, owner !== null && isSubject(tokens, source.from));
    const span = end - from < CLAUSE_MIN_TOKENS ? null : clauseSpan(tokens, from, end);
    const cue = { from: at, to: at };
    return span
      ? [{ content: [span], isSpeech: false, source, isContinued: false, cue, medium: null }]
      : [];
  });
}

function ownerBefore(tokens: Token[], noun: number): Claim['source'] {
  for (let at = noun - 1; at >= Math.max(0, noun - 1 - ADJECTIVES_MAX); at--) {
    if (isPossessive(tokens[at])) return possessorAt(tokens, at);
    if (tokens[at]?.kind !== 'word' || isConjunction(tokens[at])) return null;
  }
  return null;
}

/** "[Lee] expressed the hope that …": the subject of the verb that airs what the noun names. */
function voicer(tokens: Token[], noun: number): Claim['source'] {
  for (let at = noun - 1; at >= Math.max(0, noun - 1 - ADJECTIVES_MAX); at--) {
    if (/^(?:express|voic|air|repeat|reiterat)(?:e?d|e?s)$/u.test(tokens[at]?.lower ?? ''))
      return subjectBefore(tokens, at)?.phrase ?? null;
    if (tokens[at]?.kind !== 'word' || isConjunction(tokens[at])) return null;
  }
  return null;
}

/** The noun opens its clause: a second verb follows, which is not part of what is claimed. */
function isSubject(tokens: Token[], from: number): boolean {
  const before = tokens[from - 1];
  return !before || before.text === ',' || before.text === ';' || isConjunction(before);
}

function contentEnd(tokens: Token[], cues: Cue[], from: number, isSubjectHere: boolean): number {
  const cue = cues.findIndex((one) => one.from >= from);
  const end = clauseEnd(tokens, cues, (cue < 0 ? cues.length : cue) - 1, from);
  return isSubjectHere ? secondVerb(tokens, from, end) : end;
}

/** Index of the main verb behind the verb of the claim, or `from` where that is not sure. */
function secondVerb(tokens: Token[], from: number, end: number): number {
  let at = from;
  while (at < end && !isFiniteVerb(tokens[at])) at++;
  if (at >= end) return from;
  at = groupEnd(tokens, at, end);
  for (; at < end; at++) {
    if (isFiniteVerb(tokens[at])) return at;
    if (isConjunction(tokens[at]) || tokens[at]?.text === ',') return from;
  }
  return from;
}

/** "has not been tested": one group of verbs. */
function groupEnd(tokens: Token[], from: number, end: number): number {
  let at = from + 1;
  if (!isAuxiliary(tokens[from])) return at;
  while (
    at < end &&
    (isAuxiliary(tokens[at]) || isAdverb(tokens[at]) || tokens[at]?.lower === 'not')
  )
    at++;
  return /(?:ed|en)$/u.test(tokens[at]?.lower ?? '') ? at + 1 : at;
}

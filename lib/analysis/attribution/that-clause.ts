import { isCapital, type Token } from './tokens.ts';
import { isAuxiliary, isFiniteVerb } from './vocabulary.ts';

/** "that" before a verb is a relative pronoun ("a report that was released"). */
export function opensClause(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next) return false;
  if (isAuxiliary(next))
    return /^(?:it's|he's|she's|they're|there's|we're|i'm|that's|we've|i've|they've)$/u.test(
      next.lower,
    );
  return !isFiniteVerb(next) || isCapital(next);
}

import type { Token } from './tokens.ts';
import { isConjunction, isFiniteVerb, isMonth, isPreposition, isTime } from './vocabulary.ts';

/** "[33] million tonnes": a number of things, no day and no year. */
export function counts(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  // "said [time] was running out"
  if (isFiniteVerb(next)) return true;
  return (
    /^\d{1,3}$/u.test(tokens[at]?.text ?? '') &&
    !isMonth(tokens[at - 1]) &&
    next?.kind === 'word' &&
    /^\p{Ll}/u.test(next.text) &&
    !isTime(next) &&
    !isPreposition(next) &&
    !isConjunction(next)
  );
}

/** "a day earlier", "last week", "two months ago". */
export function isTimeNoun(tokens: Token[], at: number): boolean {
  const rest = tokens.slice(at, at + 3).map(({ lower }) => lower);
  const noun = rest.findIndex((word) => TIME_NOUN.test(word));
  const opens = noun === 0 || (noun > 0 && TIME_OPENER.test(rest[0] ?? ''));
  return opens && !/^(?:of|is|was|will|has|would)$/u.test(tokens[at + noun + 1]?.lower ?? '');
}

const TIME_NOUN =
  /^(?:day|week|weekend|month|quarter|year|hour|decade)s?$|^(?:night|morning|evening|spring|summer|autumn|fall|winter)$/u;
const TIME_OPENER = /^(?:a|an|the|last|this|next|two|three|four|five|six|earlier|same)$/u;

export function isTimeOrManner(token: Token): boolean {
  return (
    /ly$/u.test(token.lower) ||
    isTime(token) ||
    /^(?:also|however|then|again|later|earlier|once|further)$/u.test(token.lower)
  );
}

import { once } from './once.ts';
import type { TaggedWord } from './tagged-words.ts';

/** The clause that a word stands in, and what that clause counts beside the main one (0–1). */
export interface ClausePlace {
  clause: number;
  share: number;
  isCondition: boolean;
  isConcession: boolean;
}

/** "Although X, Y": Y decides. */
const CONCESSION_SHARE = 0.3;
/** "X, but Y": Y decides. */
const BEFORE_TURN_SHARE = 0.35;

/** "…, since Y", "… amid Y", "…, which Y": told beside the point. */
const BACKGROUND_SHARE = 0.4;

const MARK = /^(?:[,;:()—–―]|--)$/;
const OPENERS = ['turn', 'concession', 'condition', 'exception', 'background'];

/** Parts a sentence at its marks and conjunctions, and weighs the parts. */
export const clausesOf = once(findClauses);

function findClauses(words: TaggedWord[]): ClausePlace[] {
  const conceded = new Set<number>();
  const conditional = new Set<number>();
  const background = new Set<number>();
  let clause = 0;
  let lastTurn = -1;
  let added = -9;
  const numbers = words.map(({ text, classes }, at) => {
    if (classes.size === 0) {
      if (MARK.test(text)) clause++;
      return clause;
    }
    if (MARK.test(text) || OPENERS.some((name) => classes.has(name))) clause++;
    if (classes.has('concession')) conceded.add(clause);
    if (classes.has('condition')) conditional.add(clause);
    if (classes.has('background')) background.add(clause);
    if (classes.has('addition')) added = clause;
    if (classes.has('turn') && at > 2 && added < clause - 1) lastTurn = clause;
    return clause;
  });
  const shareOf = (number: number) => {
    if (conceded.has(number)) return CONCESSION_SHARE;
    if (background.has(number)) return BACKGROUND_SHARE;
    return number < lastTurn ? BEFORE_TURN_SHARE : 1;
  };
  return numbers.map((number) => ({
    clause: number,
    share: shareOf(number),
    isCondition: conditional.has(number),
    isConcession: conceded.has(number),
  }));
}

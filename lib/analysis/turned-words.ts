import { clausesOf } from './clauses.ts';
import { once } from './once.ts';
import { LEADING_UP, TURN_REACH_WORDS, UNTURNING } from './rules/polarity.ts';
import type { TaggedWord } from './tagged-words.ts';

/** A word with what turns its meaning round, and what its clause counts beside the main one. */
export interface TurnedWord {
  word: TaggedWord;
  /** Positions of the turning words that reach it. */
  turns: number[];
  /** 0–1. */
  share: number;
}

const TURNS = Object.entries(TURN_REACH_WORDS);

/** The words of a sentence, each with the negations, refusals and low odds in whose reach it stands. */
export const turnedWords = once(findTurned);

function findTurned(words: TaggedWord[]): TurnedWord[] {
  const places = clausesOf(words);
  const turned = words.map((word, at): TurnedWord => ({
    word,
    turns: [],
    share: places[at]?.isCondition ? 0 : (places[at]?.share ?? 1),
  }));
  words.forEach((word, from) => {
    let left = reachOf(word);
    for (let at = from + 1; left > 0 && at < words.length; at++) {
      const text = words[at]?.text ?? '';
      if (text === 'and' || places[at]?.clause !== places[from]?.clause) return;
      turned[at]?.turns.push(from);
      if (!UNCOUNTED.test(text)) left--;
    }
  });
  return turned;
}

/** These stand between a turning word and its object without parting them. */
const UNCOUNTED = /^(?:the|an?|any|so|called|[“”"‘’])$/;

/** Turned twice, a word means what it meant. */
export function signOf(turns: number[]): 1 | -1 {
  return turns.length % 2 === 0 ? 1 : -1;
}

/** How many words a turning word reaches; 0 for every other word. */
export function reachOf({ classes }: TaggedWord): number {
  if (classes.size === 0 || UNTURNING.some((name) => classes.has(name))) return 0;
  for (const [name, reach] of TURNS) if (classes.has(name)) return reach;
  return 0;
}

/** "wants to avoid": a word that only leads up to a turning one. */
export function leadsUpToTurn(words: TaggedWord[], at: number): boolean {
  return (
    LEADING_UP.some((name) => words[at]?.classes.has(name)) &&
    words.slice(at + 1, at + 3).some((word) => reachOf(word) > 0 && !word.classes.has('negation'))
  );
}

import type { Direction, Factor } from './analysis.ts';
import { OBJECTS, POLARITY, PRIOR, REACH, TURNING } from './rules/polarity.ts';
import { clausesOf } from './clauses.ts';
import type { TaggedWord } from './tagged-words.ts';

/** Below this the words do not tell, and the factor's own tendency decides. */
const CLEAR_MIN = 0.3;

/** Whether a sentence favours talks that happen and progress. Questions do neither. */
export function findDirection(
  words: TaggedWord[],
  factors: Factor[],
  before: Direction | null,
): Direction {
  if (words.at(-1)?.text === '?') return 'neutral';
  const balance = balanceOf(words);
  const primary = factors[0];
  if (Math.abs(balance) < CLEAR_MIN && before) return before;
  const value = Math.abs(balance) >= CLEAR_MIN || !primary ? balance : PRIOR[primary];
  return value >= CLEAR_MIN ? 'favours' : value <= -CLEAR_MIN ? 'against' : 'neutral';
}

/** Sum of what the words mean for the talks, each turned by what reaches it and weighed by its clause. */
export function balanceOf(words: TaggedWord[]): number {
  const places = clausesOf(words);
  const clauses = places.map(({ clause }) => clause);
  const shares = places.map(({ share, isCondition }) => (isCondition ? 0 : share));
  const turned = new Set<number>();
  let balance = 0;
  words.forEach((word, at) => {
    const own = ownPolarity(word);
    if (own === 0 || isTurning(word)) return;
    const turns = turnsReaching(words, clauses, at);
    const isObject = Math.abs(own) === 0.3 && turns.length === 0;
    turns.forEach((turn) => turned.add(turn));
    if (isObject) return;
    balance += own * (turns.length % 2 === 0 ? 1 : -1) * (shares[at] ?? 1);
  });
  words.forEach((word, at) => {
    if (!isTurning(word) || turned.has(at) || word.classes.has('negation')) return;
    const flips = turnsReaching(words, clauses, at).filter((turn) => !turned.has(turn)).length;
    balance += (flips % 2 === 0 ? -1 : 1) * (shares[at] ?? 1);
  });
  return balance;
}

function ownPolarity({ classes }: TaggedWord): number {
  let value = 0;
  for (const name of classes) {
    const own = POLARITY[name] ?? OBJECTS[name] ?? 0;
    if (Math.abs(own) > Math.abs(value)) value = own;
  }
  return value;
}

function isTurning({ classes }: TaggedWord): boolean {
  return TURNING.some((name) => classes.has(name));
}

function turnsReaching(words: TaggedWord[], clauses: number[], at: number): number[] {
  const turns: number[] = [];
  for (let from = Math.max(0, at - 12); from < at; from++) {
    const word = words[from];
    if (!word || clauses[from] !== clauses[at]) continue;
    const kind = TURNING.find((name) => word.classes.has(name));
    if (kind && at - from <= (REACH[kind] ?? 0)) turns.push(from);
  }
  return turns;
}

import type { Direction } from './analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import { clausesOf } from './clauses.ts';
import { placesOf, strengthOf } from './factors.ts';
import { DIRECTION_RULES } from './rules/direction-rules.ts';
import {
  CIRCUMSTANCE,
  CLEAR_MIN,
  DEMAND_POLARITY,
  LEADING_UP,
  MENTIONED,
  OPEN_OUTCOME,
  POLARITY,
  PRIOR,
  TURN_REACH_WORDS,
  TURNS_ALONE,
  UNDECIDED,
} from './rules/polarity.ts';
import type { TaggedWord } from './tagged-words.ts';

/** A direction, and what it was read from: an id among a sentence's rules, for weighing and explanation. */
export interface DirectionFound {
  direction: Direction;
  rule:
    | 'direction/words'
    | 'direction/context'
    | 'direction/tendency'
    | 'direction/open'
    | 'direction/untold';
}

/**
 * Whether a sentence favours talks that happen and progress. Its words are summed up, each turned by
 * the negations that reach it; where they do not tell, the direction of the sentence it points back to,
 * then the tendency of its first factor decides. Questions speak neither way.
 */
export function findDirection(
  words: TaggedWord[],
  factors: Factor[],
  before: Direction | null,
): DirectionFound {
  if (words.at(-1)?.text === '?' || hasAny(words, UNDECIDED))
    return { direction: 'neutral', rule: 'direction/open' };
  const balance = balanceOf(words);
  if (Math.abs(balance) >= CLEAR_MIN)
    return { direction: balance > 0 ? 'favours' : 'against', rule: 'direction/words' };
  if (before) return { direction: before, rule: 'direction/context' };
  const [primary] = factors;
  const prior = primary && !hasAny(words, OPEN_OUTCOME) ? PRIOR[primary] : 0;
  if (prior === 0) return { direction: 'neutral', rule: 'direction/untold' };
  return { direction: prior > 0 ? 'favours' : 'against', rule: 'direction/tendency' };
}

function hasAny(words: TaggedWord[], names: string[]): boolean {
  return words.some(({ classes }) => names.some((name) => classes.has(name)));
}

const TURNS = Object.entries(TURN_REACH_WORDS);

interface Weighed {
  word: TaggedWord;
  /** Positions of the turning words that reach it. */
  turns: number[];
  share: number;
}

/** What the words mean for the talks, summed up: above 0 favours, below speaks against. */
export function balanceOf(words: TaggedWord[]): number {
  const weighed = weigh(words);
  const spent = new Set<number>();
  let balance = 0;
  weighed.forEach(({ word, turns, share }, at) => {
    const polarity = polarityOf(words, at);
    const isMentioned = polarity === 0 && MENTIONED.some((name) => word.classes.has(name));
    if (reachOf(word) > 0 || (polarity === 0 && !(isMentioned && turns.length > 0))) return;
    const isFixed = CIRCUMSTANCE.some((name) => word.classes.has(name));
    if (!isFixed && polarity < 0) turns.forEach((turn) => spent.add(turn));
    balance += share * (isFixed ? polarity : (polarity || 0.5) * signOf(turns));
  });
  weighed.forEach(({ word, turns, share }, at) => {
    const alone = TURNS_ALONE.find(({ name }) => word.classes.has(name));
    if (!alone || spent.has(at)) return;
    const others = turns.filter((turn) => !words[turn]?.classes.has(alone.name));
    balance += share * alone.polarity * signOf(others);
  });
  return balance + patternsOf(words, weighed);
}

/** What word classes tell together. */
function patternsOf(words: TaggedWord[], weighed: Weighed[]): number {
  const places = placesOf(words);
  const shares = weighed.map(({ share, turns }) => (turns.length > 0 ? 0 : share));
  return DIRECTION_RULES.reduce(
    (sum, rule) => sum + rule.polarity * strengthOf(rule, places, shares),
    0,
  );
}

function weigh(words: TaggedWord[]): Weighed[] {
  const places = clausesOf(words);
  const weighed = words.map((word, at): Weighed => ({
    word,
    turns: [],
    share: places[at]?.isCondition ? 0 : (places[at]?.share ?? 1),
  }));
  words.forEach((word, from) => {
    const end = from + 1 + reachOf(word);
    for (let at = from + 1; at < end && places[at]?.clause === places[from]?.clause; at++)
      weighed[at]?.turns.push(from);
  });
  return weighed;
}

function signOf(turns: number[]): 1 | -1 {
  return turns.length % 2 === 0 ? 1 : -1;
}

/** The strongest polarity among a word's classes; "wants the North to" is a demand, no wish to talk. */
function polarityOf(words: TaggedWord[], at: number): number {
  const { classes } = words[at] ?? { classes: new Set<string>() };
  if (classes.has('want') && isDemand(words, at)) return DEMAND_POLARITY;
  if (leadsUpToTurn(words, at)) return 0;
  let strongest = 0;
  for (const name of classes) {
    const polarity = POLARITY[name] ?? 0;
    if (Math.abs(polarity) > Math.abs(strongest)) strongest = polarity;
  }
  return strongest;
}

function leadsUpToTurn(words: TaggedWord[], at: number): boolean {
  return (
    LEADING_UP.some((name) => words[at]?.classes.has(name)) &&
    words.slice(at + 1, at + 3).some((word) => reachOf(word) > 0 && !word.classes.has('negation'))
  );
}

function isDemand(words: TaggedWord[], at: number): boolean {
  const [next, second, third] = words.slice(at + 1, at + 4);
  const party = [next, second].find((word) => word?.classes.has('party'));
  return party !== undefined && [second, third].some((word) => word?.text === 'to');
}

function reachOf({ classes }: TaggedWord): number {
  if (classes.size === 0) return 0;
  for (const [name, reach] of TURNS) if (classes.has(name)) return reach;
  return 0;
}

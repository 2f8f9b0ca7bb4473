import type { Direction } from './analysis.ts';
import { directionHints, type DirectionHint } from './direction-hints.ts';
import { factHints } from './fact-hints.ts';
import { DIRECTION_RULES } from './rules/direction-rules.ts';
import { FACTS, POINTED_BACK, POLARITY, TURNS_ALONE } from './rules/polarity.ts';
import type { TaggedWord } from './tagged-words.ts';

/** A direction, and what it was read from: an id among a sentence's rules, for weighing and explanation. */
export interface DirectionFound {
  direction: Direction;
  rule: 'direction/words' | 'direction/context' | 'direction/open' | 'direction/untold';
}

/** Everything in a sentence that tells its direction. */
export interface Telling {
  /** What speaks for or against the talks. */
  sides: DirectionHint[];
  /** What makes it neutral. */
  facts: DirectionHint[];
}

const WEIGHTS = new Map([
  ...under('word', POLARITY),
  ...under('turn', TURNS_ALONE),
  ...under('fact', FACTS),
  ...DIRECTION_RULES.map(({ id, polarity }): [string, number] => [id, polarity]),
]);

function under(prefix: string, weights: Record<string, number>): [string, number][] {
  return Object.entries(weights).map(([name, weight]) => [`${prefix}/${name}`, weight]);
}

/**
 * Whether a sentence favours talks that happen and progress. What its words tell is summed up, with
 * something for the direction of the sentence it points back to; within the margin that its facts set,
 * it does neither.
 * @param before direction of the sentence pointed back to, or null
 */
export function findDirection(words: TaggedWord[], before: Direction | null): DirectionFound {
  const { sides, facts } = tellingOf(words);
  const told = sum(sides);
  const balance = told + signOf(before) * POINTED_BACK;
  const margin = Math.max(0, sum(balance > 0 ? facts : facts.filter(({ id }) => !isOfThePast(id))));
  if (Math.abs(balance) <= margin)
    return { direction: 'neutral', rule: isOpen(facts) ? 'direction/open' : 'direction/untold' };
  return {
    direction: balance > 0 ? 'favours' : 'against',
    rule: Math.abs(told) > margin && told * balance > 0 ? 'direction/words' : 'direction/context',
  };
}

/** What speaks for and against the talks in a sentence, and what makes it neutral; weights aside. */
export function tellingOf(words: TaggedWord[]): Telling {
  return { sides: directionHints(words), facts: factHints(words) };
}

/** What was agreed then promises nothing now; what failed then still stands between the parties. */
function isOfThePast(id: string): boolean {
  return id.startsWith('fact/dated');
}

function signOf(direction: Direction | null): number {
  if (direction === 'favours') return 1;
  return direction === 'against' ? -1 : 0;
}

const OPEN = ['fact/asks', 'fact/undecided'];

function isOpen(facts: DirectionHint[]): boolean {
  return facts.some(({ id }) => OPEN.includes(id));
}

function sum(hints: DirectionHint[]): number {
  return hints.reduce((total, { id, value }) => total + value * (WEIGHTS.get(id) ?? 0), 0);
}

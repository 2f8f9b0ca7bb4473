import type { Direction } from './analysis.ts';
import { directionHints, type DirectionHint } from './direction-hints.ts';
import { factHints } from './fact-hints.ts';
import { once } from './once.ts';
import { DIRECTION_RULES } from './rules/direction-rules.ts';
import { FACTS, POLARITY, TURNS_ALONE } from './rules/polarity.ts';
import type { TaggedWord } from './tagged-words.ts';

/** A direction as the rules read it. */
export interface DirectionRead {
  direction: Direction;
  /** For and against summed up: above 0 favours the talks. */
  balance: number;
  /** It asks, or says that the matter is open. */
  isOpen: boolean;
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
 * How a sentence reads by the rules alone: what its words tell is summed up; within the margin that its
 * facts set, it does neither.
 */
export const readDirection = once(findRead);

function findRead(words: TaggedWord[]): DirectionRead {
  const { sides, facts } = tellingOf(words);
  const balance = sum(sides);
  const margin = Math.max(0, sum(balance > 0 ? facts : facts.filter(({ id }) => !isOfThePast(id))));
  const side = balance > 0 ? 'favours' : 'against';
  return {
    direction: Math.abs(balance) <= margin ? 'neutral' : side,
    balance,
    isOpen: facts.some(({ id }) => OPEN.includes(id)),
  };
}

/** What speaks for and against the talks in a sentence, and what makes it neutral; weights aside. */
export const tellingOf = once((words: TaggedWord[]): Telling => ({
  sides: directionHints(words),
  facts: factHints(words),
}));

/** What was agreed then promises nothing now; what failed then still stands between the parties. */
function isOfThePast(id: string): boolean {
  return id.startsWith('fact/dated');
}

const OPEN = ['fact/asks', 'fact/undecided'];

function sum(hints: DirectionHint[]): number {
  return hints.reduce((total, { id, value }) => total + value * (WEIGHTS.get(id) ?? 0), 0);
}

import { directionOfAmounts } from './amounts.ts';
import type { Direction } from './analysis.ts';
import { directionFeatures } from './direction-features.ts';
import { readDirection } from './direction.ts';
import type { Reading } from './reading.ts';
import { DIRECTION_LABELS, DIRECTION_WEIGHTS } from './rules/fitted-weights.ts';
import { strongestFor, weigh, withWeights, type WeightedFeature } from './weigh.ts';

/** A direction, how it was found, and what weighed most for it: see `Sentence.rules`. */
export interface DirectionFound {
  direction: Direction;
  rules: string[];
}

const REASONS_MAX = 2;
/** Features of the sentence before. */
const OF_CONTEXT = /^(?:before|back)\//;

/**
 * Whether a sentence favours talks that happen and progress. What it says plainly of an amount outranks
 * the fitted weights, which know only the words.
 */
export function findDirection(reading: Reading, before: Reading | undefined): DirectionFound {
  const ofAmounts = directionOfAmounts(reading.words);
  if (ofAmounts) return { direction: ofAmounts, rules: ['direction/amount'] };
  const features = withWeights(directionFeatures(reading, before), DIRECTION_WEIGHTS);
  const direction = likeliest(features);
  const reasons = strongestFor(DIRECTION_LABELS.indexOf(direction), features, REASONS_MAX);
  return {
    direction,
    rules: [howFound(direction, features, reading), ...reasons.map((id) => `direction/${id}`)],
  };
}

function likeliest(features: WeightedFeature[]): Direction {
  const [first, ...others] = weigh(features, DIRECTION_LABELS);
  if (!first) return 'neutral';
  return others.reduce((best, each) => (each.probability > best.probability ? each : best), first)
    .label;
}

function howFound(direction: Direction, features: WeightedFeature[], { words }: Reading): string {
  if (direction === 'neutral') {
    const read = readDirection(words);
    if (read.isOpen) return 'direction/open';
    return read.direction === 'neutral' ? 'direction/untold' : 'direction/words';
  }
  const own = features.filter(({ id }) => !OF_CONTEXT.test(id));
  return likeliest(own) === direction ? 'direction/words' : 'direction/context';
}

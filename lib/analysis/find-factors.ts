import type { Factor } from '#lib/topic/factor.ts';
import { factorFeatures } from './factor-features.ts';
import { chooseFactors } from './factors.ts';
import type { Reading } from './reading.ts';
import { FACTOR_LABELS, FACTOR_WEIGHTS } from './rules/fitted-weights.ts';
import { strongestFor, weigh, withWeights, type WeightedFeature } from './weigh.ts';

/** A factor that a sentence speaks of, and the ids of what told so: see `Sentence.rules`. */
export interface FactorFound {
  factor: Factor;
  rules: string[];
}

/** What the first, second and third factor need: few sentences turn on three things. */
const PROBABILITY_MIN = [0, 0.16, 0.25];
const REASONS_MAX = 3;

/** The factors of a sentence, primary first, at most three; none where it says nothing about the talks. */
export function findFactors(reading: Reading, before: Reading | undefined): FactorFound[] {
  if (saysNothing(reading)) return [];
  const features = withWeights(factorFeatures(reading, before), FACTOR_WEIGHTS);
  const ranked = weigh(features, FACTOR_LABELS).sort((a, b) => b.probability - a.probability);
  if (ranked[0]?.label === 'none' && chooseFactors(reading.scores).length === 0) return [];
  const named = ranked.flatMap(({ label, probability }) =>
    label === 'none' ? [] : [{ factor: label, probability }],
  );
  return PROBABILITY_MIN.flatMap((least, at) => {
    const found = named[at];
    if (!found || found.probability < least) return [];
    return [{ factor: found.factor, rules: rulesOf(found.factor, reading, features) }];
  });
}

/** It explains a word, or has no word that the rules know and no neighbour that it points back to. */
function saysNothing({ definesAWord, words, scores }: Reading): boolean {
  return definesAWord || (scores.length === 0 && words.every(({ classes }) => classes.size === 0));
}

/** What only its neighbour tells stays so; of the rest, what weighed most, under the factor's name. */
function rulesOf(factor: Factor, { scores }: Reading, features: WeightedFeature[]): string[] {
  const own = scores.find((each) => each.factor === factor)?.rules ?? [];
  if (own.length > 0 && own.every((rule) => rule.startsWith('context/'))) return own;
  return strongestFor(FACTOR_LABELS.indexOf(factor), features, REASONS_MAX).map((id) => {
    const rule = id.replace(/^rule\//, '');
    return rule.startsWith(`${factor}/`) ? rule : `${factor}/${id}`;
  });
}

/** What a sentence has, by readable ids ("word/stalemate"), and how much of it. */
export type Features = Map<string, number>;

/** What each feature weighs for each label, in hundredths; fitted to labelled sentences. */
export interface Weights<Label extends string> {
  labels: readonly Label[];
  weights: ReadonlyMap<string, readonly number[]>;
}

/** A feature of a sentence with what it weighs. */
export interface WeightedFeature {
  id: string;
  value: number;
  weights: readonly number[];
}

const UNIT = 100;

/** The features that count: most words and pairs of a sentence have no weights. */
export function withWeights(
  features: Features,
  { weights }: Pick<Weights<string>, 'weights'>,
): WeightedFeature[] {
  const weighted: WeightedFeature[] = [];
  for (const [id, value] of features) {
    const own = weights.get(id);
    if (own) weighted.push({ id, value, weights: own });
  }
  return weighted;
}

/** Probabilities of the labels, in their order; they add up to 1. */
export function weigh<Label extends string>(
  features: readonly WeightedFeature[],
  labels: readonly Label[],
): { label: Label; probability: number }[] {
  const sums = new Float64Array(labels.length);
  for (const { value, weights } of features)
    for (let at = 0; at < sums.length; at++)
      sums[at] = (sums[at] ?? 0) + ((weights[at] ?? 0) * value) / UNIT;
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return labels.map((label, at) => ({ label, probability: (parts[at] ?? 0) / total }));
}

/** What speaks most for the label at a place in the list of labels: ids, strongest first. */
export function strongestFor(
  at: number,
  features: readonly WeightedFeature[],
  most: number,
): string[] {
  return features
    .map(({ id, value, weights }) => ({ id, pull: value * (weights[at] ?? 0) }))
    .filter(({ id, pull }) => pull > 0 && id !== 'base')
    .sort((a, b) => b.pull - a.pull || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

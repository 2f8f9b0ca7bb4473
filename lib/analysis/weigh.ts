/** What a sentence has, by readable ids ("word/stalemate"), and how much of it. */
export type Features = Map<string, number>;

/** What each feature weighs for each label, in hundredths; fitted to labelled sentences. */
export interface Weights<Label extends string> {
  labels: readonly Label[];
  weights: ReadonlyMap<string, readonly number[]>;
}

const UNIT = 100;

/** Probabilities of the labels, which add up to 1. Features without weights count nothing. */
export function weigh<Label extends string>(
  features: Features,
  { labels, weights }: Weights<Label>,
): { label: Label; probability: number }[] {
  const sums = labels.map(() => 0);
  for (const [id, value] of features)
    weights.get(id)?.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + (weight * value) / UNIT;
    });
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return labels.map((label, at) => ({ label, probability: (parts[at] ?? 0) / total }));
}

/** What speaks most for a label beside the mean of the others: ids, strongest first. */
export function strongestFor<Label extends string>(
  label: Label,
  features: Features,
  { labels, weights }: Weights<Label>,
  most: number,
): string[] {
  const at = labels.indexOf(label);
  return [...features]
    .map(([id, value]) => ({ id, pull: value * (weights.get(id)?.[at] ?? 0) }))
    .filter(({ id, pull }) => pull > 0 && id !== 'base')
    .sort((a, b) => b.pull - a.pull || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

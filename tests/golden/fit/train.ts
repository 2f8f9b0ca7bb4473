import type { Features } from '#lib/analysis/weigh.ts';

/** One labelled sentence for the trainer: shares of its labels, which add up to 1. */
export interface Example {
  features: Features;
  shares: number[];
}

/** Pull of each weight towards 0, passes over the examples, and the first step. */
const PULL = 1.5;
const PASSES = 25;
const STEP = 0.15;
const FIRST_CURVATURE = 0.01;

/** What is learnt of one feature so far, a figure a label. */
interface Learnt {
  /** Examples that have it. */
  count: number;
  weights: Float64Array;
  curvature: Float64Array;
}
interface Row {
  features: { learnt: Learnt; value: number }[];
  shares: number[];
}

/**
 * Softmax regression with an L2 pull, by stochastic gradient with Adagrad steps (Duchi, Hazan, Singer
 * 2011). The order of the examples is mixed by a fixed sequence: the same examples give the same weights.
 */
export function train(examples: Example[]): Map<string, number[]> {
  const all = new Map<string, Learnt>();
  const rows = examples.map((example) => toRow(example, all));
  const random = sequence();
  for (let pass = 0; pass < PASSES; pass++) {
    mix(rows, random);
    for (const row of rows) learn(row);
  }
  return new Map([...all].map(([id, { weights }]) => [id, [...weights]]));
}

function toRow({ features, shares }: Example, all: Map<string, Learnt>): Row {
  const known = [...features].map(([id, value]) => {
    const learnt = all.get(id) ?? {
      count: 0,
      weights: new Float64Array(shares.length),
      curvature: new Float64Array(shares.length).fill(FIRST_CURVATURE),
    };
    learnt.count++;
    all.set(id, learnt);
    return { learnt, value };
  });
  return { features: known, shares };
}

function learn({ features, shares }: Row): void {
  const sums = shares.map(() => 0);
  for (const { learnt, value } of features)
    for (let at = 0; at < sums.length; at++)
      sums[at] = (sums[at] ?? 0) + (learnt.weights[at] ?? 0) * value;
  const errors = softmax(sums).map((share, at) => share - (shares[at] ?? 0));
  for (const { learnt, value } of features) move(learnt, value, errors);
}

function move({ count, weights, curvature }: Learnt, value: number, errors: number[]): void {
  for (let at = 0; at < errors.length; at++) {
    const old = weights[at] ?? 0;
    const gradient = (errors[at] ?? 0) * value + (PULL / count) * old;
    const curved = (curvature[at] ?? 0) + gradient * gradient;
    curvature[at] = curved;
    weights[at] = old - (STEP * gradient) / Math.sqrt(curved);
  }
}

function softmax(sums: number[]): number[] {
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** Numbers in [0, 1) that look random and are the same on every run (Lehmer, MINSTD). */
function sequence(): () => number {
  const modulus = 2_147_483_647;
  let last = 7;
  return () => {
    last = (last * 48_271) % modulus;
    return last / modulus;
  };
}

/** Fisher and Yates. */
function mix<Item>(items: Item[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [items[at], items[other]];
    if (one === undefined || two === undefined) continue;
    items[at] = two;
    items[other] = one;
  }
}

import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import type { Direction } from '../analysis.ts';
import type { Weights } from '../weigh.ts';
import fitted from './weights.json' with { type: 'json' };

/** The last label of the factors: a sentence that says nothing about the talks. */
export const FACTOR_LABELS: readonly (Factor | 'none')[] = [...FACTORS, 'none'];
export const DIRECTION_LABELS: readonly Direction[] = ['favours', 'against', 'neutral'];

/** Made by `npm run fit`, never by hand. */
export const FACTOR_WEIGHTS: Weights<Factor | 'none'> = {
  labels: FACTOR_LABELS,
  weights: new Map(Object.entries(fitted.factors)),
};
export const DIRECTION_WEIGHTS: Weights<Direction> = {
  labels: DIRECTION_LABELS,
  weights: new Map(Object.entries(fitted.direction)),
};

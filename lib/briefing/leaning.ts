import type { EraOutlook, FactorOutlook } from '#lib/outlook/comparison.ts';
import type { Factor } from '#lib/analysis/analysis.ts';
import type { Tally } from './briefing.ts';

/** Which way an era's passages on a factor lean, as the messages of the wording tell it. */
export type Leaning = 'for' | 'against' | 'divided' | 'none';

/** A smaller balance (-1 to 1) is not called a leaning: it is less than two passages of three against one. */
const LEANING_MIN_BALANCE = 0.2;

/** Which way an era leans on a factor; `none` without evidence or where all of it is neutral. */
export function leaningOf(outlook: FactorOutlook | undefined): Leaning {
  if (outlook === undefined || outlook.favours + outlook.against === 0) return 'none';
  const balance = outlook.balance ?? 0;
  if (Math.abs(balance) < LEANING_MIN_BALANCE) return 'divided';
  return balance > 0 ? 'for' : 'against';
}

/** An era's outlook on a factor. */
export function outlookOn(era: EraOutlook, factor: Factor): FactorOutlook | undefined {
  return era.factors.find((outlook) => outlook.factor === factor);
}

/** The passages of an era on a factor, counted. */
export function tallyOf(outlook: FactorOutlook | undefined): Tally {
  const { favours = 0, against = 0, neutral = 0 } = outlook ?? {};
  return { favours, against, neutral };
}

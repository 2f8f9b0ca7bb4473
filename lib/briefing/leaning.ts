import type { EraOutlook, FactorOutlook } from '#lib/outlook/comparison.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Tally } from './briefing.ts';

/** Which way an era's passages on a factor lean, as the messages of the wording tell it. */
export type Leaning = 'for' | 'against' | 'divided' | 'none';

/** A balance (-1 to 1) up to this is no leaning: for each two passages on one side there is one on the other. */
const DIVIDED_MAX_BALANCE = 1 / 3;

/** Which way an era leans on a factor; `none` without evidence or where all of it is neutral. */
export function leaningOf(outlook: FactorOutlook | undefined): Leaning {
  if (outlook === undefined || outlook.favours + outlook.against === 0) return 'none';
  const balance = outlook.balance ?? 0;
  if (Math.abs(balance) <= DIVIDED_MAX_BALANCE) return 'divided';
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

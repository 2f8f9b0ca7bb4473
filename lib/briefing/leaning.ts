import type { EraOutlook, FactorOutlook, Verdict } from '#lib/outlook/comparison.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Tally } from './briefing.ts';

/** Which way an era's passages on a factor lean, as the messages of the wording tell it. */
export type Leaning = 'for' | 'against' | 'divided' | 'none';

/** An era is divided where neither side is more than twice as strong: a balance (-1 to 1) up to a third. */
const DIVIDED_MAX_BALANCE = 1 / 3;

/**
 * Which way an era leans on a factor; `none` without evidence or where all of it is neutral. The weight
 * of the evidence tells, and the number of passages, which a reader is shown: it is divided only where both are.
 */
export function leaningOf(outlook: FactorOutlook | undefined): Leaning {
  if (outlook === undefined || outlook.favours + outlook.against === 0) return 'none';
  const { favours, against, balance } = outlook;
  const counted = (favours - against) / (favours + against);
  const clearer = Math.abs(counted) > Math.abs(balance ?? 0) ? counted : (balance ?? 0);
  const disagree = counted * (balance ?? 0) < 0;
  if (disagree || Math.abs(clearer) <= DIVIDED_MAX_BALANCE) return 'divided';
  return clearer > 0 ? 'for' : 'against';
}

/** How an era is told to lean beside its verdict: what is mixed pulls both ways. */
export function leaningTold(
  outlook: FactorOutlook | undefined,
  verdict: Verdict | 'silent',
): Leaning {
  return verdict === 'mixed' ? 'divided' : leaningOf(outlook);
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

import type { Era, FactorOutlook, Finding } from './comparison.ts';
import { round } from './finding-weight.ts';
import { pull, type Pull } from './pull.ts';

/** Less than one attributed mention is no evidence that an era speaks of a factor. */
export const PRESENT_MIN_WEIGHT = 0.4;
/** Balances (-1 to 1) that differ by less than this are told as unchanged: one voice in ten changing sides. */
export const CHANGE_MIN = 0.2;
/** An era is of two minds where judgements on its weaker side have this share of the stronger: one to two. */
export const CONFLICT_MIN_SHARE = 0.5;
/** What little evidence tells is drawn towards 0, as if one more voice had said neither. */
export const NEITHER_WEIGHT = 1;

/** The figures by which a verdict is decided, on the main talks alone. */
export interface Measures {
  /** Weight of the evidence of each era. */
  weight: Record<Era, number>;
  /** What pulls each way in the sentences of now that compare the eras by their own words. */
  comparing: Pull;
  /** Judgements on the weaker side of now, as a share of all that is on the stronger (0–1). */
  counterShare: number;
  /** Balance of each era (-1 to 1), drawn towards 0 where evidence is thin. */
  cautious: Record<Era, number>;
  /**
   * How far the balance moved, counted with care: the lesser of the plain and the cautious figure, so that
   * neither thin evidence nor more of the same looks like a change; 0 where they disagree.
   */
  difference: number;
}

/** Measures the two eras of one factor. */
export function measure(then: FactorOutlook, now: FactorOutlook): Measures {
  const cautious = { then: cautiousBalance(then), now: cautiousBalance(now) };
  return {
    weight: { then: weightOf(then), now: weightOf(now) },
    comparing: pull(now.findings.filter(comparesInEarnest)),
    counterShare: counterShare(now.findings),
    cautious,
    difference: lesser((now.balance ?? 0) - (then.balance ?? 0), cautious.now - cautious.then),
  };
}

/** The weaker side's share of the stronger. */
export function shareOfWeaker({ favours, against }: Pick<Pull, 'favours' | 'against'>): number {
  return Math.min(favours, against) / (Math.max(favours, against) || 1);
}

function weightOf({ findings }: FactorOutlook): number {
  return round(findings.reduce((sum, { axis, weight }) => (axis === null ? sum + weight : sum), 0));
}

function comparesInEarnest({ comparesEras, axis, weight }: Finding): boolean {
  return comparesEras && axis === null && weight >= PRESENT_MIN_WEIGHT;
}

/**
 * How far judgements contradict the stronger side. What the articles narrate or only mention is no
 * counter-voice, but it lends weight to the side that judgements are on.
 */
function counterShare(findings: Finding[]): number {
  const all = pull(findings);
  const judged = pull(findings.filter(({ basis }) => basis === 'judgement'));
  const isFavourable = all.favours >= all.against;
  const [stronger, counter] = isFavourable
    ? [all.favours, judged.against]
    : [all.against, judged.favours];
  return stronger > 0 ? round(Math.min(1, counter / stronger)) : 0;
}

function cautiousBalance({ findings }: FactorOutlook): number {
  const { favours, against, neutral } = pull(findings);
  return round((favours - against) / (favours + against + neutral + NEITHER_WEIGHT));
}

function lesser(plain: number, cautious: number): number {
  if (plain * cautious <= 0) return 0;
  return round(Math.abs(plain) < Math.abs(cautious) ? plain : cautious);
}

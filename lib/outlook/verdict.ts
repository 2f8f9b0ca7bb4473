import type { Topic } from '#lib/topic/topic.ts';
import type { FactorComparison, FactorOutlook, Finding, Verdict } from './comparison.ts';
import { round } from './finding-weight.ts';
import { pull, type Pull } from './pull.ts';

/** Less than one attributed secondary mention is no evidence that an era speaks of a factor. */
const PRESENT_MIN_WEIGHT = 0.5;
/** Balances (-1 to 1) that differ by less than this are told as unchanged: one voice in ten changing sides. */
const CHANGE_MIN = 0.2;
/** What little evidence tells is drawn towards 0, as if one more voice had said neither. */
const NEITHER_WEIGHT = 1;
/** An era is of two minds where judgements on its weaker side have this share of the stronger: two to one. */
const CONFLICT_MIN_SHARE = 0.5;

type Decision = Pick<FactorComparison, 'verdict' | 'reason'>;

/** The verdict on one factor; null where neither era speaks of it. */
export function decide(topic: Topic, then: FactorOutlook, now: FactorOutlook): Decision | null {
  const { then: past, now: present } = labels(topic);
  const spokeThen = speaks(then, now);
  const speaksNow = speaks(now, then);
  if (!spokeThen && !speaksNow) return null;
  if (!spokeThen) return decision('new', 'only-now', `Only the ${present} articles speak of it.`);
  if (!speaksNow) return decision('gone', 'only-then', `Only the ${past} articles speak of it.`);
  return selfComparison(topic, now) ?? conflict(topic, now) ?? change(topic, then, now);
}

/** Evidence on the main talks; where both eras have only a little, a little is enough. */
function speaks(era: FactorOutlook, other: FactorOutlook): boolean {
  const weight = weightOf(era);
  return weight >= PRESENT_MIN_WEIGHT || (weight > 0 && weightOf(other) < PRESENT_MIN_WEIGHT);
}

function weightOf({ findings }: FactorOutlook): number {
  return findings.reduce((sum, { axis, weight }) => (axis === null ? sum + weight : sum), 0);
}

/** What the present articles themselves say in comparison with the past outranks any balance. */
function selfComparison(topic: Topic, now: FactorOutlook): Decision | null {
  const comparing = now.findings.filter(
    ({ comparesEras, axis, weight }) =>
      comparesEras && axis === null && weight >= PRESENT_MIN_WEIGHT,
  );
  const { favours, against } = pull(comparing);
  const { then: past, now: present } = labels(topic);
  if (favours === against || sharesOf({ favours, against }) >= CONFLICT_MIN_SHARE) return null;
  const better = favours > against;
  const word = better ? 'better' : 'worse';
  return decision(
    better ? 'improved' : 'worsened',
    'compares-itself',
    `The ${present} articles compare by themselves, and call it ${word} than in ${past} or before.`,
  );
}

function conflict(topic: Topic, { findings }: FactorOutlook): Decision | null {
  if (!isConflict(findings)) return null;
  const { now: present } = labels(topic);
  const text = `Judgements of ${present} stand against each other, and neither side is twice as strong.`;
  return decision('mixed', 'now-conflicts', text);
}

/**
 * Whether judgements contradict each other so that neither side prevails. What the articles narrate or
 * only mention is no counter-voice, but it lends weight to the side that judgements are on.
 */
export function isConflict(findings: Finding[]): boolean {
  const all = pull(findings);
  const judged = pull(findings.filter(({ basis }) => basis === 'judgement'));
  const [stronger, weaker] =
    all.favours >= all.against
      ? (['favours', 'against'] as const)
      : (['against', 'favours'] as const);
  return judged[weaker] > 0 && judged[weaker] >= CONFLICT_MIN_SHARE * all[stronger];
}

function sharesOf({ favours, against }: Pick<Pull, 'favours' | 'against'>): number {
  return Math.min(favours, against) / (Math.max(favours, against) || 1);
}

function change(topic: Topic, then: FactorOutlook, now: FactorOutlook): Decision {
  const { then: past, now: present } = labels(topic);
  const by = difference(then, now);
  if (by >= CHANGE_MIN)
    return decision(
      'improved',
      'balance-rose',
      `The ${present} evidence is more favourable than that of ${past}.`,
    );
  if (by <= -CHANGE_MIN)
    return decision(
      'worsened',
      'balance-fell',
      `The ${present} evidence is less favourable than that of ${past}.`,
    );
  return decision(
    'unchanged',
    'balance-held',
    `The balance of ${past} and that of ${present} differ by too little to call a change.`,
  );
}

/**
 * How far the balance moved, counted with care: the lesser of the plain and the cautious figure, so that
 * neither thin evidence nor more of the same looks like a change; 0 where they disagree.
 */
export function difference(then: FactorOutlook, now: FactorOutlook): number {
  const plain = (now.balance ?? 0) - (then.balance ?? 0);
  const cautious = cautiousBalance(now) - cautiousBalance(then);
  if (plain * cautious <= 0) return 0;
  return round(Math.abs(plain) < Math.abs(cautious) ? plain : cautious);
}

/** The balance of an era as if one more voice had said neither. */
export function cautiousBalance({ findings }: FactorOutlook): number {
  const { favours, against, neutral } = pull(findings);
  return round((favours - against) / (favours + against + neutral + NEITHER_WEIGHT));
}

function labels({ eras }: Topic): { then: string; now: string } {
  return { then: eras.then.label, now: eras.now.label };
}

function decision(verdict: Verdict, code: string, text: string): Decision {
  return { verdict, reason: { code, text } };
}

import type { Topic } from '#lib/topic/topic.ts';
import type { FactorComparison, FactorOutlook, Verdict } from './comparison.ts';
import { pull, type Pull } from './outlook-of-era.ts';

/** Less than one attributed secondary mention is no evidence that an era speaks of a factor. */
const PRESENT_MIN_WEIGHT = 0.5;
/** Balances (-1 to 1) that differ by less than this are told as unchanged: one voice in ten changing sides. */
const CHANGE_MIN = 0.2;
/** What little evidence tells is drawn towards 0, as if one more voice had said neither. */
const NEITHER_WEIGHT = 1;
/** So does each article of the era that does not speak of the factor, with half a voice. */
const SILENT_ARTICLE_WEIGHT = 0.5;
/** From an era of two minds, only a change of this size can be called. */
const CLEAR_CHANGE_MIN = 0.6;
/** An era is of two minds where its weaker side has at least this share of the stronger. */
const CONFLICT_MIN_SHARE = 0.5;

/** One factor of one era, its pull, and how many articles of the era do not speak of it. */
export type Side = FactorOutlook & { pull: Pull; silentArticles: number };

type Decision = Pick<FactorComparison, 'verdict' | 'reason'>;

/** The verdict on one factor; null where neither era speaks of it. */
export function decide(topic: Topic, then: Side, now: Side): Decision | null {
  const { then: past, now: present } = labels(topic);
  const spokeThen = speaks(then, now);
  const speaksNow = speaks(now, then);
  if (!spokeThen && !speaksNow) return null;
  if (!spokeThen) return decision('new', 'only-now', `Only the ${present} articles speak of it.`);
  if (!speaksNow) return decision('gone', 'only-then', `Only the ${past} articles speak of it.`);
  return selfComparison(topic, now) ?? conflict(topic, then, now) ?? change(topic, then, now);
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
  const compared = pull(comparing);
  const { favours, against } = compared;
  const { then: past, now: present } = labels(topic);
  if (isConflict(compared) || favours === against) return null;
  const better = favours > against;
  const word = better ? 'better' : 'worse';
  return decision(
    better ? 'improved' : 'worsened',
    'compares-itself',
    `The ${present} articles compare by themselves, and call it ${word} than in ${past} or before.`,
  );
}

function conflict(topic: Topic, then: Side, now: Side): Decision | null {
  const { then: past, now: present } = labels(topic);
  if (isConflict(now.pull))
    return decision('mixed', 'now-conflicts', `The ${present} evidence points both ways.`);
  if (isConflict(then.pull) && Math.abs(difference(then, now)) < CLEAR_CHANGE_MIN)
    return decision(
      'mixed',
      'then-conflicts',
      `The ${past} evidence points both ways, so that no change can be called.`,
    );
  return null;
}

function isConflict({ favours, against }: Pull): boolean {
  const weaker = Math.min(favours, against);
  return weaker > 0 && weaker >= CONFLICT_MIN_SHARE * Math.max(favours, against);
}

function change(topic: Topic, then: Side, now: Side): Decision {
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
    `The evidence of ${past} and ${present} points the same way.`,
  );
}

/**
 * How far the balance moved, counted with care: the lesser of the plain and the cautious figure, so that
 * neither thin evidence nor more of the same looks like a change; 0 where they disagree.
 */
function difference(then: Side, now: Side): number {
  const plain = (now.balance ?? 0) - (then.balance ?? 0);
  const cautious = cautiousBalance(now) - cautiousBalance(then);
  if (plain * cautious <= 0) return 0;
  return Math.abs(plain) < Math.abs(cautious) ? plain : cautious;
}

function cautiousBalance({ pull: { favours, against, neutral }, silentArticles }: Side): number {
  const unsaid = NEITHER_WEIGHT + silentArticles * SILENT_ARTICLE_WEIGHT;
  return (favours - against) / (favours + against + neutral + unsaid);
}

function labels({ eras }: Topic): { then: string; now: string } {
  return { then: eras.then.label, now: eras.now.label };
}

function decision(verdict: Verdict, code: string, text: string): Decision {
  return { verdict, reason: { code, text } };
}

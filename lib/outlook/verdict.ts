import type { Topic } from '#lib/topic/topic.ts';
import type { Era, FactorComparison, Verdict } from './comparison.ts';
import {
  CHANGE_MIN,
  CONFLICT_MIN_SHARE,
  PRESENT_MIN_WEIGHT,
  shareOfWeaker,
  type Measures,
} from './measures.ts';

type Decision = Pick<FactorComparison, 'verdict' | 'reason'>;

/** The verdict on one factor; null where neither era speaks of it. The first of four rules that fits decides. */
export function decide(topic: Topic, measures: Measures): Decision | null {
  const eras = { then: topic.eras.then.label, now: topic.eras.now.label };
  const spokeThen = speaks(measures, 'then', 'now');
  const speaksNow = speaks(measures, 'now', 'then');
  if (!spokeThen && !speaksNow) return null;
  if (!spokeThen) return decision('new', 'only-now', `Only the ${eras.now} articles speak of it.`);
  if (!speaksNow)
    return decision('gone', 'only-then', `Only the ${eras.then} articles speak of it.`);
  return selfComparison(eras, measures) ?? conflict(eras, measures) ?? change(eras, measures);
}

/** Evidence on the main talks; where both eras have only a little, a little is enough. */
function speaks({ weight }: Measures, era: Era, other: Era): boolean {
  const isLittle = weight[era] < PRESENT_MIN_WEIGHT;
  return !isLittle || (weight[era] > 0 && weight[other] < PRESENT_MIN_WEIGHT);
}

/**
 * What the present articles themselves say in comparison with the past outranks the balance; one that
 * clearly moved the other way leaves two minds.
 */
function selfComparison(
  eras: Record<Era, string>,
  { comparing, difference }: Measures,
): Decision | null {
  const { favours, against } = comparing;
  if (favours === against || shareOfWeaker(comparing) >= CONFLICT_MIN_SHARE) return null;
  const isBetter = favours > against;
  if ((isBetter ? -difference : difference) >= CHANGE_MIN)
    return decision(
      'mixed',
      'comparison-against-balance',
      `What the ${eras.now} articles say in comparison goes against the rest of their evidence.`,
    );
  const word = isBetter ? 'better' : 'worse';
  return decision(
    isBetter ? 'improved' : 'worsened',
    'compares-itself',
    `The ${eras.now} articles compare by themselves, and call it ${word} than in ${eras.then} or before.`,
  );
}

function conflict({ now }: Record<Era, string>, { counterShare }: Measures): Decision | null {
  if (counterShare < CONFLICT_MIN_SHARE) return null;
  const text = `Judgements of ${now} stand against each other, and neither side is twice as strong.`;
  return decision('mixed', 'now-conflicts', text);
}

function change({ then, now }: Record<Era, string>, { difference }: Measures): Decision {
  if (Math.abs(difference) < CHANGE_MIN)
    return decision(
      'unchanged',
      'balance-held',
      `The balance of ${then} and that of ${now} differ by too little to call a change.`,
    );
  return difference > 0
    ? decision(
        'improved',
        'balance-rose',
        `The ${now} evidence is more favourable than that of ${then}.`,
      )
    : decision(
        'worsened',
        'balance-fell',
        `The ${now} evidence is less favourable than that of ${then}.`,
      );
}

function decision(verdict: Verdict, code: string, text: string): Decision {
  return { verdict, reason: { code, text } };
}

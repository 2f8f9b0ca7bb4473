import type { Explanation } from '#lib/outlook/explain.ts';
import {
  CHANGE_MIN,
  CONFLICT_MIN_SHARE,
  NEITHER_WEIGHT,
  PRESENT_MIN_WEIGHT,
} from '#lib/outlook/measures.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { table } from '../table.ts';
import { signed } from './signed.ts';

/** The figures of a verdict beside the limits they are held against, in the order in which they decide. */
export function measureLines({ measures, eras }: Explanation, labels: Topic['eras']): string[] {
  const { weight, comparing, counterShare, cautious, difference } = measures;
  const plain = (era: 'then' | 'now') => {
    const { balance } = eras[era];
    return balance === null ? 'none' : signed(balance);
  };
  const { favours, against } = comparing;
  return table(
    [
      ['what is measured', labels.then.label, labels.now.label, 'it decides'],
      [
        'weight of the evidence',
        weight.then.toFixed(2),
        weight.now.toFixed(2),
        `below ${PRESENT_MIN_WEIGHT} on one side alone: new, gone`,
      ],
      [
        'sentences that compare the eras',
        '',
        `${favours.toFixed(2)} for, ${against.toFixed(2)} against`,
        'for or against, unless both',
      ],
      [
        'judgements on the weaker side',
        '',
        percent(counterShare),
        `from ${percent(CONFLICT_MIN_SHARE)} of the stronger side: mixed`,
      ],
      ['balance, −1 to +1', plain('then'), plain('now'), ''],
      [
        `balance with ${NEITHER_WEIGHT} voice for neither`,
        signed(cautious.then),
        signed(cautious.now),
        '',
      ],
      ['change, the lesser of the two', '', signed(difference), `from ${CHANGE_MIN} either way`],
    ],
    '  ',
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

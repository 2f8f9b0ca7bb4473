import { expect, it } from 'vitest';
import { readInContext } from '#lib/analysis/context.ts';
import { FACTOR_RULES } from '#lib/analysis/rules/factor-rules.ts';
import { topicOf } from '../analysis/read-golden.ts';
import { readSentenceSets } from './labelled-sentences.ts';

it('has a labelled sentence for every factor rule, besides those that the rule itself carries', () => {
  const fired = new Set(
    readSentenceSets().flatMap(({ sentences }) =>
      sentences.flatMap(({ text, topic }) =>
        readInContext([{ start: 0, end: text.length, text, paragraph: 0 }], topicOf(topic)).flatMap(
          ({ scores }) => scores.flatMap(({ rules }) => rules),
        ),
      ),
    ),
  );
  expect(FACTOR_RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
});

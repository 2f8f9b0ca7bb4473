import { expect, it } from 'vitest';
import { FACTOR_RULES } from '#lib/analysis/rules/factor-rules.ts';
import { annotate, topicOf } from '../analysis/read-golden.ts';
import { readSentenceSets } from './labelled-sentences.ts';

it('has a labelled sentence for every factor rule, besides those that the rule itself carries', () => {
  const fired = new Set(
    readSentenceSets().flatMap(({ sentences }) =>
      sentences.flatMap(({ text, topic }) => annotate(text, topicOf(topic)).rules),
    ),
  );
  expect(FACTOR_RULES.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
});

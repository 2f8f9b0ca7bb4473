import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { stackTopics } from '#lib/infra/stack-topics.ts';
import { sampleTopic } from '../edition/compose-fixture.ts';

const lake = sampleTopic({ id: 'lake', approval: true });
const hill = sampleTopic({ id: 'hill', approval: false });

const chosen = (operator: string | null, topics: string[] | null = null) => {
  const parsed = stackTopics([lake, hill], { operator, topics });
  return parsed.ok ? parsed.value.map(({ id }) => id) : parsed.faults.map(formatFault);
};

describe('stackTopics', () => {
  it('are all, or those that are named', () => {
    expect(chosen('ana@example.org')).toEqual(['lake', 'hill']);
    expect(chosen(null, ['hill'])).toEqual(['hill']);
  });

  it('refuses a name of none', () => {
    expect(chosen(null, ['hill', 'sea'])).toEqual([
      'context: topics: expected ids among lake, hill, found sea',
    ]);
  });

  it('refuses an approval that nobody could be asked for', () => {
    expect(chosen(null)).toEqual([
      'lake.json: approval: expected an operator to ask: -c operator=ana@example.org',
    ]);
  });
});

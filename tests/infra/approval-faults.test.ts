import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { approvalFaults } from '#lib/infra/approval-faults.ts';
import { sampleTopic } from '../edition/compose-fixture.ts';

const topics = [sampleTopic({ id: 'free' }), sampleTopic({ id: 'asked', approval: true })];
const faultsWith = (operator: string | null, scheduled: string[] | null = null) =>
  approvalFaults(topics, { operator, topics: scheduled }).map(formatFault);

describe('a topic that asks for an approval', () => {
  it('is a fault of a stack without an operator, told by topic', () => {
    expect(faultsWith(null)).toEqual([
      'asked.json: approval: expected an operator to ask: -c operator=ana@example.org',
    ]);
  });

  it('is none where somebody can be asked, or it has no schedule', () => {
    expect(faultsWith('op@example.com')).toEqual([]);
    expect(faultsWith(null, ['free'])).toEqual([]);
    expect(faultsWith(null, ['asked'])).toHaveLength(1);
  });
});

import type { Fault } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Configuration } from './configuration.ts';

/** Topics that ask for an approval where nobody could be asked: their editions would wait, and nobody would know. */
export function approvalFaults(
  topics: readonly Topic[],
  { operator, topics: scheduled }: Pick<Configuration, 'operator' | 'topics'>,
): Fault[] {
  if (operator !== null) return [];
  return topics
    .filter(({ id, approval }) => approval && (scheduled === null || scheduled.includes(id)))
    .map(({ id }) => ({
      source: `${id}.json`,
      field: 'approval',
      expected: 'an operator to ask: -c operator=ana@example.org',
    }));
}

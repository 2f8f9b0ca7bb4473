import type { Fault, Parsed } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Configuration } from './configuration.ts';

/**
 * The topics of a stack: those that the configuration names, or all. Refused are names of none, and topics
 * that ask for an approval where nobody could be asked: their editions would wait, and nobody would know.
 */
export function stackTopics(
  topics: readonly Topic[],
  { operator, topics: named }: Pick<Configuration, 'operator' | 'topics'>,
): Parsed<Topic[]> {
  const ids = topics.map(({ id }) => id);
  const unknown = (named ?? []).filter((id) => !ids.includes(id)).map((id) => noTopic(id, ids));
  const chosen = topics.filter(({ id }) => named === null || named.includes(id));
  const unasked = operator === null ? chosen.filter(({ approval }) => approval) : [];
  const faults = [...unknown, ...unasked.map(noOperator)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: chosen };
}

function noTopic(found: string, ids: string[]): Fault {
  return { source: 'context', field: 'topics', expected: `ids among ${ids.join(', ')}`, found };
}

function noOperator({ id }: Topic): Fault {
  const expected = 'an operator to ask: -c operator=ana@example.org';
  return { source: `${id}.json`, field: 'approval', expected };
}

import { formatFault } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { KnownTopics } from './load-topics.ts';
import { UsageError } from './usage-error.ts';

/**
 * The topic that `--topic` names; without it, the only one there is.
 * @throws UsageError that lists the known topics, and the files that could not be used
 */
export function chooseTopic({ topics, faults }: KnownTopics, id: string | undefined): Topic {
  const [only, ...others] = topics;
  if (id === undefined && only !== undefined && others.length === 0) return only;
  const topic = topics.find((each) => each.id === id);
  if (topic !== undefined) return topic;
  const asked = id === undefined ? 'say which topic with --topic' : `no topic is called "${id}"`;
  const known = topics.map((each) => each.id).join(', ') || 'none';
  const broken = faults.map((fault) => `\n  not usable: ${formatFault(fault)}`).join('');
  throw new UsageError(`${asked}; the known topics are: ${known}${broken}`);
}

import { randomUUID } from 'node:crypto';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';

const ADDRESS = 'reader@example.com';

/** Adds one reader to a topic that has no subscriber in any state, so that there is somebody to mail. */
export async function addSampleReader(
  { id: topicId }: Topic,
  { subscribers }: LocalStores,
  now: Date,
): Promise<void> {
  for await (const _subscriber of subscribers.list(topicId)) return;
  const at = now.toISOString();
  await subscribers.add({
    id: randomUUID(),
    topicId,
    address: ADDRESS,
    name: 'Sample Reader',
    state: 'active',
    since: at,
    consent: { at, source: 'parley start' },
  });
}

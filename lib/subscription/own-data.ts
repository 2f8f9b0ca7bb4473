import type { Addressee, SubscriberStore } from './subscriber.ts';

type Store = Pick<SubscriberStore, 'get' | 'newAddress'>;

/** Everything that is kept of a subscriber, as they may have it (GDPR, articles 15 and 20); null where nothing is. */
export async function exportOwnData(
  { topicId, subscriberId }: Addressee,
  store: Store,
): Promise<Record<string, unknown> | null> {
  const subscriber = await store.get(topicId, subscriberId);
  if (subscriber === null) return null;
  const newAddress = await store.newAddress(topicId, subscriberId);
  return { ...subscriber, ...(newAddress !== null && { newAddress }) };
}

import type { Addressee, Subscriber, SubscriberStore } from './subscriber.ts';

type Store = Pick<SubscriberStore, 'get' | 'newAddress'>;

/** What a link to own data is bound to: the state as it stands. */
export async function ownDataBinding(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'get'>,
): Promise<string | null> {
  const subscriber = await store.get(topicId, subscriberId);
  return subscriber === null ? null : dataBinding(subscriber);
}

/** The address belongs to it: who moved cannot be followed by a link mailed to where they were. */
export function dataBinding({ state, since, address }: Subscriber): string {
  return [state, since, address].join('\n');
}

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

import type { Addressee, Subscriber, SubscriberStore } from './subscriber.ts';

/** What a link mailed to a subscriber's own address is bound to, as it stands; null where nobody does. */
export async function ownAddressBinding(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'get'>,
): Promise<string | null> {
  const subscriber = await store.get(topicId, subscriberId);
  return subscriber === null ? null : bindingTo(subscriber);
}

/** The address belongs to it: who moved cannot be followed by a link mailed to where they were. */
export function bindingTo({ state, since, address }: Subscriber): string {
  return [state, since, address].join('\n');
}

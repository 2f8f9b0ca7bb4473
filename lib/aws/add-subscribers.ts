import type { Added, Subscriber } from '#lib/subscription/subscriber.ts';
import { batchPut } from './batch.ts';
import { addressItem, isAt, subscriberItem } from './subscriber-item.ts';
import type { SubscribersTable } from './subscribers-table.ts';

/**
 * A batch is written without a condition. An address that was taken so long ago somebody else may have completed
 * meanwhile, and then left: this process was halted in between.
 */
const COMPLETED_WITHIN_MS = 5_000;

/** What it takes of the store to add one by one, and to look several up. */
interface OneByOne {
  add(subscriber: Subscriber): Promise<Added>;
  getMany(topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>>;
}

/**
 * Adds subscribers of one topic with different addresses: looks up in one call who owns the addresses, takes the free
 * ones, each on the condition that it is free, and then writes their subscribers in batches. Whose address is owned by
 * nobody who stands there, or is taken by another at this moment, is added alone, and so completed.
 */
export async function addSubscribers(
  subscribers: readonly Subscriber[],
  table: SubscribersTable,
  store: OneByOne,
): Promise<Added[]> {
  const [{ topicId } = { topicId: '' }] = subscribers;
  const owners = await table.ownersOf(
    topicId,
    subscribers.map(({ address }) => address),
  );
  const standing = await store.getMany(topicId, [...new Set(owners.values())]);
  const startedAt = Date.now();
  const taken = await Promise.all(
    subscribers.map(({ id, address }) =>
      owners.has(addressItem(address))
        ? false
        : table.putNew(topicId, addressItem(address), { subscriberId: id }),
    ),
  );
  const own = subscribers.filter((_, i) => taken[i] === true);
  const isFresh = Date.now() - startedAt <= COMPLETED_WITHIN_MS;
  if (isFresh) await batchPut(table.client, table.name, own.map(toItem));
  return Promise.all(
    subscribers.map((subscriber, i) => {
      if (isFresh && taken[i] === true) return { added: true, subscriber };
      const there = standing.get(owners.get(addressItem(subscriber.address)) ?? '');
      return there !== undefined && isAt(there, subscriber.address)
        ? { added: false, subscriber: there }
        : store.add(subscriber);
    }),
  );
}

const toItem = (subscriber: Subscriber) => ({
  ...subscriber,
  item: subscriberItem(subscriber.id),
});

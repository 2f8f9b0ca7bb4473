import type { Subscriber, SubscriberStore } from './subscriber.ts';

/** How long after leaving the page still offers to take it back. */
export const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

type Store = Pick<SubscriberStore, 'get' | 'setState'>;

/** Whom a signed link names: a subscriber's id within a topic. */
export interface Addressee {
  topicId: string;
  subscriberId: string;
}

/**
 * Takes an active subscriber off the list. Who is not mailed anyhow stays as they are: `bounced` and
 * `complained` weigh more than having left, and an undo must not make somebody active who never confirmed.
 * @returns whether it can be undone for now
 */
export async function unsubscribe(
  { topicId, subscriberId }: Addressee,
  store: Store,
  now: Date,
): Promise<{ undoable: boolean }> {
  const subscriber = await store.get(topicId, subscriberId);
  if (subscriber === null) return { undoable: false };
  if (subscriber.state !== 'active') return { undoable: canUndo(subscriber, now) };
  await store.setState(topicId, subscriberId, 'unsubscribed', now.toISOString());
  return { undoable: true };
}

/**
 * Takes an unsubscribe back that is at most `UNDO_HOURS` old. Nobody else is ever made active here.
 * @returns whether the subscriber is active now
 */
export async function undoUnsubscribe(
  { topicId, subscriberId }: Addressee,
  store: Store,
  now: Date,
): Promise<boolean> {
  const subscriber = await store.get(topicId, subscriberId);
  if (subscriber === null) return false;
  if (subscriber.state === 'active') return true;
  if (!canUndo(subscriber, now)) return false;
  return store.setState(topicId, subscriberId, 'active', now.toISOString());
}

function canUndo({ state, since }: Subscriber, now: Date): boolean {
  return state === 'unsubscribed' && now.getTime() - Date.parse(since) <= UNDO_HOURS * HOUR_MS;
}

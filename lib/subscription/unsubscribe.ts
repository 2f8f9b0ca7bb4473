import { changeState } from './change-state.ts';
import type { Addressee, Subscriber, SubscriberStore } from './subscriber.ts';

/** How long after leaving the page still offers to take it back. */
export const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

type Store = Pick<SubscriberStore, 'get' | 'setState'>;

/**
 * Takes an active subscriber off the list. Who is not mailed anyhow stays as they are: `bounced` and
 * `complained` weigh more than having left, and an undo must not make somebody active who never confirmed.
 * @returns whether it can be undone for now
 */
export async function unsubscribe(
  addressee: Addressee,
  store: Store,
  now: Date,
): Promise<{ undoable: boolean }> {
  const leave = { state: 'unsubscribed', at: now.toISOString() } as const;
  const standing = await changeState(
    addressee,
    ({ state }) => (state === 'active' ? leave : null),
    store,
  );
  return { undoable: standing !== null && canUndo(standing, now) };
}

/**
 * Takes an unsubscribe back that is at most `UNDO_HOURS` old. Nobody else is ever made active here, also
 * not who is found to have complained or bounced at this moment.
 * @returns whether the subscriber is active now
 */
export async function undoUnsubscribe(
  addressee: Addressee,
  store: Store,
  now: Date,
): Promise<boolean> {
  const back = { state: 'active', at: now.toISOString() } as const;
  const standing = await changeState(
    addressee,
    (subscriber) => (canUndo(subscriber, now) ? back : null),
    store,
  );
  return standing?.state === 'active';
}

function canUndo({ state, since }: Subscriber, now: Date): boolean {
  return state === 'unsubscribed' && now.getTime() - Date.parse(since) <= UNDO_HOURS * HOUR_MS;
}

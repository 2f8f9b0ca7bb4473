import type { Addressee, Subscriber, SubscriberState, SubscriberStore } from './subscriber.ts';

/** Attempts to change a state that others change meanwhile. */
const ATTEMPTS = 5;

/**
 * Changes somebody's state to what `next` makes of the one that stands, and only while it stands: who reads a state
 * and writes another later would write over a complaint that came in between.
 * @param next null: it stays
 * @returns the subscriber that stands then; null where there is none
 * @throws Error where others change it at each attempt
 */
export async function changeState(
  { topicId, subscriberId }: Addressee,
  next: (standing: Subscriber) => { state: SubscriberState; at: string } | null,
  store: Pick<SubscriberStore, 'get' | 'setState'>,
): Promise<Subscriber | null> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const standing = await store.get(topicId, subscriberId);
    const change = standing === null ? null : next(standing);
    if (standing === null || change === null) return standing;
    const { state, at } = change;
    if (await store.setState(topicId, subscriberId, state, at, standing))
      return { ...standing, state, since: at };
  }
  throw new Error(`the state of ${subscriberId} changed ${ATTEMPTS} times while it was written`);
}

import { waiting } from './subscribe.ts';
import type { Addressee, Subscriber, SubscriberStore } from './subscriber.ts';

type Store = Pick<SubscriberStore, 'get' | 'change'>;

/** Attempts to change somebody whom others change meanwhile. */
const ATTEMPTS = 5;

/** confirmed: by this call. subscribed: already. gone: there is no request that could be confirmed. */
export type Confirmed =
  { kind: 'confirmed' | 'subscribed'; subscriber: Subscriber } | { kind: 'gone' };

/** What a confirmation link is bound to: the request that waits; null where none does. */
export async function confirmBinding(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'get'>,
  now: Date,
): Promise<string | null> {
  const subscriber = await store.get(topicId, subscriberId);
  return waiting(subscriber?.request, now)?.at ?? null;
}

/**
 * Makes a sign-up a subscription, with the evidence of consent. To be called after a button was pressed on
 * the page of a link that holds. Again, or by two at once, it comes to the same.
 */
export async function confirm(
  { topicId, subscriberId }: Addressee,
  store: Store,
  now: Date,
): Promise<Confirmed> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const standing = await store.get(topicId, subscriberId);
    if (standing?.state === 'active') return { kind: 'subscribed', subscriber: standing };
    const subscriber = standing === null ? null : confirmed(standing, now);
    if (standing === null || subscriber === null) return { kind: 'gone' };
    if (await store.change(subscriber, standing)) return { kind: 'confirmed', subscriber };
  }
  throw new Error(`${subscriberId} changed ${ATTEMPTS} times while they confirmed`);
}

function confirmed(standing: Subscriber, now: Date): Subscriber | null {
  const { request: asked, state, ...rest } = standing;
  const request = waiting(asked, now);
  if (request === null || (state !== 'pending' && state !== 'unsubscribed')) return null;
  const at = now.toISOString();
  const { name, settings, source, wording } = request;
  const evidence = `${source} at ${request.at}, confirmed by the link mailed to the address`;
  const consent = { at, source: evidence, wording };
  return { ...rest, name, settings, state: 'active', since: at, consent };
}

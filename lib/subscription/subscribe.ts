import { newSubscriberId } from './new-subscriber.ts';
import type { Settings } from './settings.ts';
import type { SignUpRequest, Subscriber, SubscriberStore } from './subscriber.ts';
import { expiryOf } from './timed-link.ts';

/** What somebody entered on the page. */
export interface SignUp {
  topicId: string;
  /** As `parseAddress` gives it. */
  address: string;
  name: string | null;
  settings: Settings;
  /** Where it was entered. */
  source: string;
  /** Version of the words that were agreed to. */
  wording: string;
}

/** What is to be mailed to the address. suppressed: nothing ever, because mail to it bounced or was complained of. */
export type SignedUp =
  | { kind: 'ask'; subscriber: Subscriber; request: SignUpRequest }
  | { kind: 'subscribed' | 'suppressed'; subscriber: Subscriber };

/**
 * Notes that an address asked for a topic. Nothing of who stands there changes before they confirm: neither
 * the state of who left, nor the settings of who is subscribed. The store does the same work in every case.
 */
export async function subscribe(
  signUp: SignUp,
  store: Pick<SubscriberStore, 'enrol'>,
  now: Date,
): Promise<SignedUp> {
  const { topicId, address } = signUp;
  const subscriber = await store.enrol(topicId, address, (standing) =>
    enrolled(signUp, standing, now),
  );
  const { state, request } = subscriber;
  if (state === 'bounced' || state === 'complained') return { kind: 'suppressed', subscriber };
  if (state === 'active' || request === undefined) return { kind: 'subscribed', subscriber };
  return { kind: 'ask', subscriber, request };
}

function enrolled(signUp: SignUp, standing: Subscriber | null, now: Date): Subscriber {
  if (standing === null) return newcomer(signUp, newSubscriberId(), now);
  const { state } = standing;
  if (state === 'pending' && waiting(standing.request, now) === null)
    return newcomer(signUp, standing.id, now);
  if (state === 'pending' || state === 'unsubscribed')
    return { ...standing, request: requestOf(signUp, standing.request, now) };
  return standing;
}

function newcomer(signUp: SignUp, id: string, now: Date): Subscriber {
  const { topicId, address, source } = signUp;
  const at = now.toISOString();
  return {
    id,
    topicId,
    address,
    name: null,
    state: 'pending',
    since: at,
    consent: { at, source: `${source}, not confirmed` },
    request: requestOf(signUp, undefined, now),
  };
}

/**
 * Who asks again within the time only has the link sent again: the first mail works as well, so it confirms what was
 * asked for then, and not what somebody else has entered since.
 */
function requestOf(
  { name, settings, source, wording }: SignUp,
  standing: SignUpRequest | undefined,
  now: Date,
): SignUpRequest {
  const expiresAt = expiryOf('confirm', now).toISOString();
  const first = waiting(standing, now);
  if (first !== null) return { ...first, expiresAt };
  return { at: now.toISOString(), expiresAt, source, wording, name, settings };
}

/** A request that can still be confirmed, or null: the database may erase later than the time says. */
export function waiting(request: SignUpRequest | undefined, now: Date): SignUpRequest | null {
  return request !== undefined && Date.parse(request.expiresAt) > now.getTime() ? request : null;
}

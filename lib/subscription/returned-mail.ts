import { changeState } from './change-state.ts';
import type { Addressee, Subscriber, SubscriberState, SubscriberStore } from './subscriber.ts';

type Store = Pick<SubscriberStore, 'get' | 'setState' | 'noteSoftBounce'>;

/** Editions that did not reach an address for now, after which it counts as bounced. */
export const SOFT_BOUNCE_LIMIT = 5;
/** Within this many days of each other: a mailbox that was full last winter tells nothing of today's. */
export const SOFT_BOUNCE_WINDOW_DAYS = 60;
const DAY_MS = 86_400_000;

/** What a mail server told of a mail to somebody. */
export interface Returned {
  state: 'bounced' | 'complained';
  /** ISO instant. */
  at: string;
  /** ISO instant at which the mail was sent, where it is known. */
  sentAt?: string | undefined;
}

/**
 * The state of who is told to have bounced or complained; null: it stays. A complaint weighs most, so
 * that no undo of an unsubscribe makes active who complained. Who has left has left, bounced or not. A bounce
 * older than the state of somebody active says nothing of it: they have confirmed since. Of a mail to the address
 * that somebody had before they moved nothing is known of the one they have.
 */
export function stateAfter(
  standing: Pick<Subscriber, 'state' | 'since' | 'movedAt'>,
  { state: told, at, sentAt }: Returned,
): SubscriberState | null {
  const { state, since } = standing;
  if (wentElsewhere(standing, sentAt)) return null;
  if (told === 'complained') return state === 'complained' ? null : told;
  const isMailed = state === 'active' || state === 'pending';
  return isMailed && Date.parse(since) <= Date.parse(at) ? told : null;
}

/** Whether a mail was sent to the address that somebody had before this one. */
function wentElsewhere(
  { movedAt }: Pick<Subscriber, 'movedAt'>,
  sentAt: string | undefined,
): boolean {
  return movedAt !== undefined && sentAt !== undefined && Date.parse(sentAt) <= Date.parse(movedAt);
}

/** Takes who bounced or complained off the list, whatever else changes their state meanwhile. */
export async function takeOff(
  addressee: Addressee,
  returned: Returned,
  store: Store,
): Promise<void> {
  const next = (standing: Subscriber) => {
    const state = stateAfter(standing, returned);
    return state === null ? null : { state, at: returned.at };
  };
  await changeState(addressee, next, store);
}

/** Counts an edition that did not reach somebody for now; after too many they count as bounced. */
export async function noteSoftBounce(
  addressee: Addressee,
  { slot, at, sentAt }: Omit<Returned, 'state'> & { slot: string },
  store: Store,
): Promise<void> {
  const { topicId, subscriberId } = addressee;
  const standing = await store.get(topicId, subscriberId);
  if (standing === null || wentElsewhere(standing, sentAt)) return;
  const dates = await store.noteSoftBounce(topicId, subscriberId, slot);
  const since = standing.since.slice(0, 'YYYY-MM-DD'.length);
  const counted = dates.filter((date) => date >= since);
  if (isGivenUp(counted)) await takeOff(addressee, { state: 'bounced', at, sentAt }, store);
}

/** Whether so many of these dates lie so close together that the address takes no mail any more. */
export function isGivenUp(dates: readonly string[]): boolean {
  const days = dates.map((date) => Date.parse(date) / DAY_MS).sort((a, b) => a - b);
  return days.some((day, i) => {
    const first = days[i - SOFT_BOUNCE_LIMIT + 1];
    return first !== undefined && day - first <= SOFT_BOUNCE_WINDOW_DAYS;
  });
}

import { addressKey } from './address.ts';
import type { Addressee, NewAddress, Subscriber, SubscriberStore } from './subscriber.ts';
import { expiryOf } from './timed-link.ts';

/**
 * What is to be mailed to a new address. suppressed: nothing, because somebody has it or mail to it
 * bounced or was complained of; whoever asked is told the same as otherwise. same: it is their own.
 */
export type AskedToMove =
  | { kind: 'ask' | 'suppressed'; subscriber: Subscriber; wanted: NewAddress }
  | { kind: 'same' | 'gone' };

/** Notes the address at which a subscriber wants their mails; nothing changes before it is confirmed from there. */
export async function askToMove(
  { topicId, subscriberId }: Addressee,
  address: string,
  store: Pick<SubscriberStore, 'get' | 'find' | 'noteNewAddress'>,
  now: Date,
): Promise<AskedToMove> {
  const subscriber = await store.get(topicId, subscriberId);
  if (subscriber?.state !== 'active') return { kind: 'gone' };
  if (addressKey(subscriber.address) === addressKey(address)) return { kind: 'same' };
  const holder = await store.find(topicId, address);
  const at = now.toISOString();
  const wanted = { address, at, expiresAt: expiryOf('change-address', now).toISOString() };
  await store.noteNewAddress(topicId, subscriberId, wanted);
  return { kind: holder === null ? 'ask' : 'suppressed', subscriber, wanted };
}

/** What the link to a new address is bound to: that it was asked for, last of all; null where it was not. */
export async function moveBinding(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'newAddress'>,
  now: Date,
): Promise<string | null> {
  const wanted = await store.newAddress(topicId, subscriberId);
  return wanted === null || Date.parse(wanted.expiresAt) <= now.getTime() ? null : wanted.at;
}

/** moved: `from` is the address before. taken: somebody has it in this topic by now. */
export type Moved =
  { kind: 'moved'; subscriber: Subscriber; from: string } | { kind: 'taken' } | { kind: 'gone' };

/** Moves a subscriber to the address that they asked for. To be called after a button was pressed on the page of its link. */
export async function move(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'get' | 'newAddress' | 'moveAddress'>,
): Promise<Moved> {
  const wanted = await store.newAddress(topicId, subscriberId);
  const subscriber = await store.get(topicId, subscriberId);
  if (wanted === null || subscriber?.state !== 'active') return { kind: 'gone' };
  const { address } = wanted;
  if (!(await store.moveAddress(subscriber, address))) return { kind: 'taken' };
  return { kind: 'moved', subscriber: { ...subscriber, address }, from: subscriber.address };
}

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

/** The new address that was asked for last, while its link works; null where there is none. */
export async function wantedAddress(
  { topicId, subscriberId }: Addressee,
  store: Pick<SubscriberStore, 'newAddress'>,
  now: Date,
): Promise<NewAddress | null> {
  const wanted = await store.newAddress(topicId, subscriberId);
  return wanted === null || Date.parse(wanted.expiresAt) <= now.getTime() ? null : wanted;
}

/** What the link to a new address is bound to: this address, asked for at this moment. */
export function moveBinding({ at, address }: Pick<NewAddress, 'at' | 'address'>): string {
  return [at, addressKey(address)].join('\n');
}

/** moved: `from` is the address before. taken: somebody has it in this topic by now. */
export type Moved =
  { kind: 'moved'; subscriber: Subscriber; from: string } | { kind: 'taken' } | { kind: 'gone' };

/**
 * Moves a subscriber to an address. To be called after a button was pressed on the page of its link.
 * @param address the one that the link was verified for, whatever was asked for since
 */
export async function move(
  { topicId, subscriberId }: Addressee,
  address: string,
  store: Pick<SubscriberStore, 'get' | 'moveAddress'>,
  now: Date,
): Promise<Moved> {
  const subscriber = await store.get(topicId, subscriberId);
  if (subscriber?.state !== 'active') return { kind: 'gone' };
  if (!(await store.moveAddress(subscriber, address, now.toISOString()))) return { kind: 'taken' };
  return { kind: 'moved', subscriber: { ...subscriber, address }, from: subscriber.address };
}

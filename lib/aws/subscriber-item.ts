import { addressKey } from '#lib/subscription/address.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { ItemChange } from './item-change.ts';
import { EXPIRES_AT } from './table-definitions.ts';

/** Sort keys of the table of subscribers: see `SUBSCRIBERS_TABLE`. */
export const subscriberItem = (id: string): string => `subscriber#${id}`;
export const addressItem = (address: string): string => `address#${addressKey(address)}`;
export const newAddressItem = (id: string): string => `new-address#${id}`;

/** Whether somebody really is at an address: a move that was killed leaves one to who is still at another. */
export const isAt = (subscriber: Subscriber, address: string): boolean =>
  addressKey(subscriber.address) === addressKey(address);

/** An ISO instant as DynamoDB's TTL reads it: seconds since 1970. */
export const toExpiry = (instant: string): number => Math.ceil(Date.parse(instant) / 1_000);

/** When a subscriber is erased by itself: who is pending, with the request. Null: never. */
export function expiryOf({ state, request }: Pick<Subscriber, 'state' | 'request'>): number | null {
  return state === 'pending' && request !== undefined ? toExpiry(request.expiresAt) : null;
}

/** Sets when an item is erased, or that it is kept. */
export function setExpiry(change: ItemChange, expiry: number | null): ItemChange {
  return expiry === null ? change.remove([EXPIRES_AT]) : change.set([EXPIRES_AT], expiry);
}

/** Writes all that is known of a subscriber where nobody stands (null), or where they are as `standing` says. */
export function subscriberChange(
  { id, address, name, state, since, consent, settings, request }: Subscriber,
  standing: Pick<Subscriber, 'state' | 'since'> | null,
): ItemChange {
  const change = new ItemChange();
  if (standing === null) change.when((path) => `attribute_not_exists(${path('topicId')})`);
  else whileAs(change, standing).when((path, value) => `${path('address')} = ${value(address)}`);
  for (const [key, value] of Object.entries({ id, address, name, state, since, consent }))
    change.set([key], value);
  for (const [key, value] of Object.entries({ settings, request }))
    if (value === undefined) change.remove([key]);
    else change.set([key], value);
  return setExpiry(change, expiryOf({ state, request }));
}

/** Only where state and date are still these. */
export function whileAs(
  change: ItemChange,
  standing: Pick<Subscriber, 'state' | 'since'>,
): ItemChange {
  return change
    .when((path, value) => `${path('state')} = ${value(standing.state)}`)
    .when((path, value) => `${path('since')} = ${value(standing.since)}`);
}

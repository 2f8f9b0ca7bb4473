import type { KeyObject } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { decodeSignature, isSame, mac, signingKey } from './signed-link.ts';

/** What a timed link is good for, and the hours it works: long enough to be found in the mail the next days. */
export const TIMED_LINK_HOURS = {
  confirm: 72,
  'new-address': 24,
  'change-address': 24,
  'own-data': 24,
  approve: 168,
} as const;

export type TimedPurpose = keyof typeof TIMED_LINK_HOURS;
const HOUR_MS = 3_600_000;

/** What a timed link is about: a subscriber of a topic by its id or, to approve, its edition by the date of its slot. */
export interface LinkTarget {
  topicId: string;
  id: string;
}

/** What ends a timed link. */
export interface LinkEnd {
  expiresAt: Date;
  /**
   * What stands of the target now and changes once the link was used or overtaken, such as a
   * subscriber's `since` or an edition's content hash. It is signed but not in the token.
   */
  binding: string;
}

/** Until when a link made now works. */
export function expiryOf(purpose: TimedPurpose, now: Date): Date {
  return new Date(now.getTime() + TIMED_LINK_HOURS[purpose] * HOUR_MS);
}

/**
 * The token of a link that ends: `<key id>.<topic>.<id>.<expiry>.<signature>`, with the expiry in seconds
 * as base 36. The signature is two HMACs of 16 bytes each: one over what stands in the token, one over
 * the binding too. So a token is known to be ours before anything is looked up for it, and one that
 * was overtaken can be told from one that is damaged.
 * @throws RangeError where topic or id do not have the form of an id, or the expiry is no instant
 */
export function signTimedLink(
  purpose: TimedPurpose,
  { topicId, id }: LinkTarget,
  { expiresAt, binding }: LinkEnd,
  ring: KeyRing,
): string {
  const seconds = Math.ceil(expiresAt.getTime() / 1_000);
  if (!(seconds >= 0)) throw new RangeError('expected an instant at which the link ends');
  const expiry = seconds.toString(36);
  const parts = [ring.current, topicId, id, expiry];
  const key = signingKey(ring, parts);
  const signature = [tokenMac(key, purpose, parts), bindingMac(key, purpose, parts, binding)];
  return [...parts, Buffer.concat(signature).toString('base64url')].join('.');
}

/**
 * What a token is worth. `invalid`: not signed for this purpose with a key of the ring. `overtaken`: what
 * it was bound to has changed, because it was used, a newer one was, or the target is gone.
 */
export type TimedLinkCheck =
  { kind: 'valid' | 'expired' | 'overtaken'; target: LinkTarget } | { kind: 'invalid' };

/**
 * Checks a token.
 * @param bindingOf the binding as it stands now, or null where the target is gone; asked only for
 *   a token that is ours and has not expired
 * @throws what `bindingOf` throws
 */
export async function verifyTimedLink(
  token: string,
  purpose: TimedPurpose,
  { keys, now }: { keys: KeyRing; now: Date },
  bindingOf: (target: LinkTarget) => Promise<string | null>,
): Promise<TimedLinkCheck> {
  const [keyId = '', topicId = '', id = '', expiry = '', signature = '', ...more] =
    token.split('.');
  const parts = [keyId, topicId, id, expiry];
  const key = keys.keys.get(keyId);
  const given = decodeSignature(signature);
  if (more.length > 0 || key === undefined || given === null) return { kind: 'invalid' };
  const isOurs = isSame(given.subarray(0, HALF_BYTES), tokenMac(key, purpose, parts));
  if (!isOurs || given.length !== 2 * HALF_BYTES) return { kind: 'invalid' };
  const target = { topicId, id };
  if (now.getTime() >= parseInt(expiry, 36) * 1_000) return { kind: 'expired', target };
  const binding = await bindingOf(target);
  const holds =
    binding !== null &&
    isSame(given.subarray(HALF_BYTES), bindingMac(key, purpose, parts, binding));
  return { kind: holds ? 'valid' : 'overtaken', target };
}

/** RFC 2104 section 5: at least half of the hash. */
const HALF_BYTES = 16;

const tokenMac = (key: KeyObject, purpose: TimedPurpose, parts: string[]) =>
  mac(key, ['parley-timed-link', purpose, ...parts]).subarray(0, HALF_BYTES);

const bindingMac = (key: KeyObject, purpose: TimedPurpose, parts: string[], binding: string) =>
  mac(key, ['parley-bound-link', purpose, ...parts, binding]).subarray(0, HALF_BYTES);

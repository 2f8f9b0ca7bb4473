import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import type { Addressee } from './subscriber.ts';

/** What a link is good for. A token made for one purpose is worth nothing for another. */
export type LinkPurpose = 'unsubscribe' | 'undo-unsubscribe';

/**
 * The token of a signed link: `<key id>.<topic>.<subscriber>.<HMAC-SHA256 as base64url>`, fit for the
 * path of an address and short enough for one line of a mail header. It never expires: a mail is kept for years,
 * and its unsubscribe link must work as long as its key is in the ring.
 * @throws RangeError where topic or subscriber id do not have the form of an id
 */
export function signLink(
  purpose: LinkPurpose,
  addressee: Addressee,
  { current, keys }: KeyRing,
): string {
  const key = keys.get(current);
  if (key === undefined) throw new RangeError(`no key has the id "${current}"`);
  const parts = [current, addressee.topicId, addressee.subscriberId];
  if (!parts.every(isId)) throw new RangeError('ids of letters, digits, - and _ only');
  return [...parts, mac(key, purpose, parts).toString('base64url')].join('.');
}

/** Whom a token names, or null where it was not signed for this purpose with a key of the ring. */
export function verifyLink(
  token: string,
  purpose: LinkPurpose,
  { keys }: KeyRing,
): Addressee | null {
  const parts = token.split('.');
  const [keyId = '', topicId = '', subscriberId = '', signature = ''] = parts;
  const key = keys.get(keyId);
  if (parts.length !== 4 || key === undefined) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(key, purpose, [keyId, topicId, subscriberId]);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // base64url has several spellings of one value; only the one that was signed counts.
  return given.toString('base64url') === signature ? { topicId, subscriberId } : null;
}

/** Parts are joined by a character that none of them can hold, so that no two lists make one text. */
function mac(key: KeyObject, purpose: LinkPurpose, parts: string[]): Buffer {
  return createHmac('sha256', key)
    .update(['parley-link', purpose, ...parts].join('\n'))
    .digest();
}

const isId = (text: string) => /^[\w-]+$/.test(text);

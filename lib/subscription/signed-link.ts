import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import type { Addressee } from './subscriber.ts';

/** What a lasting link is good for. A token made for one purpose is worth nothing for another. */
export type LinkPurpose = 'unsubscribe' | 'undo-unsubscribe' | 'preferences';

/**
 * The token of a lasting link: `<key id>.<topic>.<subscriber>.<HMAC-SHA256 as base64url>`, fit for the
 * path of an address and short enough for one line of a mail header. It never expires: a mail is kept for years,
 * and its unsubscribe link must work as long as its key is in the ring. What must work once or for a
 * while only has a token of `timed-link.ts`.
 * @throws RangeError where topic or subscriber id do not have the form of an id
 */
export function signLink(purpose: LinkPurpose, addressee: Addressee, ring: KeyRing): string {
  const parts = [ring.current, addressee.topicId, addressee.subscriberId];
  const signature = mac(signingKey(ring, parts), ['parley-link', purpose, ...parts]);
  return [...parts, signature.toString('base64url')].join('.');
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
  const given = decodeSignature(signature);
  if (parts.length !== 4 || key === undefined || given === null) return null;
  const expected = mac(key, ['parley-link', purpose, keyId, topicId, subscriberId]);
  return isSame(given, expected) ? { topicId, subscriberId } : null;
}

/**
 * The current key, to sign a token of these parts with.
 * @throws RangeError where it is not there, or a part could not be read back from a token
 */
export function signingKey({ current, keys }: KeyRing, parts: readonly string[]): KeyObject {
  const key = keys.get(current);
  if (key === undefined) throw new RangeError(`no key has the id "${current}"`);
  if (!parts.every(isId)) throw new RangeError('ids of letters, digits, - and _ only');
  return key;
}

/**
 * HMAC-SHA256 over texts, joined by a character that none of them but the last can hold, so that no
 * two lists make one text. The first names the kind of token.
 */
export function mac(key: KeyObject, texts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(texts.join('\n')).digest();
}

/** The bytes of a signature. base64url has several spellings of one value: null for all but the one that is written. */
export function decodeSignature(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** Compares in a time that tells nothing of where they differ. */
export function isSame(given: Uint8Array, expected: Uint8Array): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const isId = (text: string) => /^[\w-]+$/.test(text);

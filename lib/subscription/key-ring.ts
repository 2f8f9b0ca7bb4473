import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';

/** The keys that sign links: one signs, all verify. */
export interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, KeyObject>;
}

const KeyId = z
  .string()
  .check(z.regex(/^[a-z0-9]{1,16}$/, 'a key id of lower-case letters and digits'));
const instant = z.iso.datetime({ error: 'an instant such as 2026-11-16T07:00:00Z' });

/** Since when a key is there, and since when another signs in its place. */
const KeyDates = z.strictObject({
  createdAt: z.optional(instant),
  replacedAt: z.optional(instant),
});

/** The stored form: ids of keys, and 32 or more bytes each as base64url. Dates that nobody wrote down are missing. */
const StoredKeyRing = z.strictObject({
  current: KeyId,
  keys: z.record(
    KeyId,
    z.string().check(z.regex(/^[\w-]{43,}$/, 'a key of at least 32 bytes as base64url')),
  ),
  dates: z._default(z.record(KeyId, KeyDates), {}),
});
export type StoredKeyRing = z.infer<typeof StoredKeyRing>;

/**
 * Minutes for which a new key only verifies. Who signs and who verifies read the ring at different times;
 * no link may reach a reader before each verifier knows its key. More than `KEYS_REREAD_MINUTES`.
 */
export const NEW_KEY_MINUTES = 10;
const MINUTE_MS = 60_000;

/** Checks the stored form of a key ring. A fault never repeats a key. */
export function parseStoredKeyRing(data: unknown, source: string): Parsed<StoredKeyRing> {
  const parsed = parseWith(StoredKeyRing, data, source);
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map(withoutFound) };
  if (Object.hasOwn(parsed.value.keys, parsed.value.current)) return parsed;
  const fault: Fault = { source, field: 'current', expected: 'the id of one of the keys' };
  return { ok: false, faults: [fault] };
}

/** Checks a stored key ring and makes it ready for use. */
export function parseKeyRing(data: unknown, source: string, now?: Date): Parsed<KeyRing> {
  const parsed = parseStoredKeyRing(data, source);
  return parsed.ok ? { ok: true, value: toKeyRing(parsed.value, now) } : parsed;
}

/**
 * A key ring ready for use.
 * @param now given: a current key younger than `NEW_KEY_MINUTES` does not sign yet, but the one before it
 */
export function toKeyRing(ring: StoredKeyRing, now?: Date): KeyRing {
  const keys = Object.entries(ring.keys).map(
    ([id, key]) => [id, createSecretKey(key, 'base64url')] as const,
  );
  return { current: signerOf(ring, now), keys: new Map(keys) };
}

function signerOf({ current, keys, dates }: StoredKeyRing, now: Date | undefined): string {
  const createdAt = dates[current]?.createdAt;
  const isNew =
    now !== undefined &&
    createdAt !== undefined &&
    now.getTime() - Date.parse(createdAt) < NEW_KEY_MINUTES * MINUTE_MS;
  const before = Object.keys(keys).find((id) => dates[id]?.replacedAt === createdAt);
  return isNew && before !== undefined ? before : current;
}

const KEY_BYTES = 32;

/** A random key, in the stored form. */
export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64url');

/** A new key ring with one random key, in the stored form. */
export function newStoredKeyRing(now?: Date): StoredKeyRing {
  const dates: StoredKeyRing['dates'] =
    now === undefined ? {} : { k1: { createdAt: now.toISOString() } };
  return { current: 'k1', keys: { k1: newKey() }, dates };
}

/** What was found instead of a key may be a key. */
const withoutFound = ({ source, field, expected }: Fault): Fault => ({ source, field, expected });

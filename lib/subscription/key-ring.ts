import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';

/** The keys that sign links: one signs, all verify. A key is rotated by adding one and naming it current. */
export interface KeyRing {
  current: string;
  keys: ReadonlyMap<string, KeyObject>;
}

/** The stored form: ids of keys, and 32 or more bytes each as base64url. */
const StoredKeyRing = z.strictObject({
  current: z.string(),
  keys: z.record(
    z.string().check(z.regex(/^[a-z0-9]{1,16}$/, 'a key id of lower-case letters and digits')),
    z.string().check(z.regex(/^[\w-]{43,}$/, 'a key of at least 32 bytes as base64url')),
  ),
});

/** Checks a stored key ring. A fault never repeats a key. */
export function parseKeyRing(data: unknown, source: string): Parsed<KeyRing> {
  const parsed = parseWith(StoredKeyRing, data, source);
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map(withoutFound) };
  const { current, keys } = parsed.value;
  if (!Object.hasOwn(keys, current))
    return {
      ok: false,
      faults: [{ source, field: 'current', expected: 'the id of one of the keys' }],
    };
  const entries = Object.entries(keys).map(
    ([id, key]) => [id, createSecretKey(key, 'base64url')] as const,
  );
  return { ok: true, value: { current, keys: new Map(entries) } };
}

const KEY_BYTES = 32;

/** A new key ring with one random key, in the stored form. */
export function newStoredKeyRing(): z.infer<typeof StoredKeyRing> {
  return { current: 'k1', keys: { k1: randomBytes(KEY_BYTES).toString('base64url') } };
}

/** What was found instead of a key may be a key. */
const withoutFound = ({ source, field, expected }: Fault): Fault => ({ source, field, expected });

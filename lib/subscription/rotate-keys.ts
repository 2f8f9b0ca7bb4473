import { NEW_KEY_MINUTES, newKey, type StoredKeyRing } from './key-ring.ts';
import type { KeyRingStore } from './key-ring-store.ts';
import { KEYS_REREAD_MINUTES } from './live-key-ring.ts';

/**
 * Days after its last use for which a key is kept: the unsubscribe link of a mail must work for 30 days at
 * least (CAN-SPAM, 16 CFR 316.5); as many again, as mails are read late.
 */
export const KEY_KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** Minutes after a rotation in which the key before may sign still: the new one waits, and processes read it late. */
export const OLD_KEY_SIGNS_MINUTES = NEW_KEY_MINUTES + KEYS_REREAD_MINUTES;

/** A key as a person sees it: never the key itself. Null: nobody wrote it down. */
export interface KeyInfo {
  id: string;
  isCurrent: boolean;
  createdAt: string | null;
  /** Since when another signs. */
  replacedAt: string | null;
}

/** The keys of a ring, the current one first, then the one it replaced. */
export function listKeys({ current, keys, dates }: StoredKeyRing): KeyInfo[] {
  return Object.keys(keys)
    .map((id) => ({
      id,
      isCurrent: id === current,
      createdAt: dates[id]?.createdAt ?? null,
      replacedAt: dates[id]?.replacedAt ?? null,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || numberOf(b.id) - numberOf(a.id));
}

/** The ring with a new random key that signs from now on; all others go on verifying. */
export function withNewKey(ring: StoredKeyRing, now: Date): StoredKeyRing {
  const { current, keys, dates } = ring;
  // The current key is never taken away, so that its number, the highest, never comes twice.
  const id = `k${Math.max(...Object.keys(keys).map(numberOf)) + 1}`;
  const at = now.toISOString();
  return {
    current: id,
    keys: { ...keys, [id]: newKey() },
    dates: { ...dates, [current]: { ...dates[current], replacedAt: at }, [id]: { createdAt: at } },
  };
}

/** The number in "k12"; 0 of an id of another form. */
const numberOf = (id: string): number => Number(/^k(\d{1,15})$/.exec(id)?.[1] ?? 0);

/**
 * Why a key is not taken away; `until`: ISO instant before which it may sign still; `unused`: days since it last signed, null where that is not known.
 */
export type Refusal =
  | { reason: 'missing' }
  | { reason: 'current' }
  | { reason: 'signing'; until: string }
  | { reason: 'young'; unused: number | null };

/**
 * The ring without a key: every link that it signed stops working.
 * @param force not for one that may sign still; takes away one that was in use within the last `KEY_KEPT_DAYS` too
 */
export function withoutKey(
  ring: StoredKeyRing,
  id: string,
  { now, force }: { now: Date; force: boolean },
): { ring: StoredKeyRing } | { refused: Refusal } {
  if (!Object.hasOwn(ring.keys, id)) return { refused: { reason: 'missing' } };
  if (id === ring.current) return { refused: { reason: 'current' } };
  const replacedAt = ring.dates[id]?.replacedAt;
  const signsUntil = Date.parse(replacedAt ?? '') + OLD_KEY_SIGNS_MINUTES * 60_000;
  if (now.getTime() < signsUntil)
    return { refused: { reason: 'signing', until: new Date(signsUntil).toISOString() } };
  const unused =
    replacedAt === undefined ? null : Math.floor((now.getTime() - Date.parse(replacedAt)) / DAY_MS);
  if (!force && (unused === null || unused < KEY_KEPT_DAYS))
    return { refused: { reason: 'young', unused } };
  return { ring: { ...ring, keys: without(ring.keys, id), dates: without(ring.dates, id) } };
}

function without<T>(record: Record<string, T>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== id));
}

const ATTEMPTS = 5;

/**
 * Changes the ring that stands, anew where somebody else changed it meanwhile.
 * @param change the ring to be, or what to return instead of changing anything
 * @throws what the store throws; an Error where it never holds still
 */
export async function changeRing<T>(
  store: KeyRingStore,
  change: (ring: StoredKeyRing) => { ring: StoredKeyRing } | { refused: T },
): Promise<{ ring: StoredKeyRing } | { refused: T }> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const { stored, version } = await store.read();
    const changed = change(stored);
    if ('refused' in changed || (await store.replace(changed.ring, version))) return changed;
  }
  throw new Error(`the keys were changed ${ATTEMPTS} times while they were to be changed`);
}

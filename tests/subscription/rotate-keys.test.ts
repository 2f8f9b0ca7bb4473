import { describe, expect, it, vi } from 'vitest';
import {
  NEW_KEY_MINUTES,
  newStoredKeyRing,
  parseStoredKeyRing,
  toKeyRing,
} from '#lib/subscription/key-ring.ts';
import { KEYS_REREAD_MINUTES, LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import {
  changeRing,
  KEY_KEPT_DAYS,
  listKeys,
  withNewKey,
  withoutKey,
} from '#lib/subscription/rotate-keys.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';

const AT = new Date('2026-01-05T07:00:00Z');
const after = ({ minutes = 0, days = 0 }) =>
  new Date(AT.getTime() + minutes * 60_000 + days * 86_400_000);
const ana = { topicId: 'harbour-talks', subscriberId: '5f0c' };
const first = newStoredKeyRing(after({ days: -90 }));
const rotated = withNewKey(first, AT);

describe('a rotation', () => {
  it('adds a key that signs, and keeps the others', () => {
    expect(rotated.current).toBe('k2');
    expect(rotated.keys['k1']).toBe(first.keys['k1']);
    expect(rotated.keys['k2']).not.toBe(first.keys['k1']);
    const token = signLink('unsubscribe', ana, toKeyRing(first));
    expect(verifyLink(token, 'unsubscribe', toKeyRing(rotated))).toEqual(ana);
  });

  it('lets the new key sign only once every verifier has had time to read it', () => {
    expect(NEW_KEY_MINUTES).toBeGreaterThan(KEYS_REREAD_MINUTES);
    const signerAt = (minutes: number) => toKeyRing(rotated, after({ minutes })).current;
    expect(signerAt(0)).toBe('k1');
    expect(signerAt(NEW_KEY_MINUTES - 0.01)).toBe('k1');
    expect(signerAt(NEW_KEY_MINUTES)).toBe('k2');
    expect(toKeyRing(first, after({ days: -90 })).current).toBe('k1');
  });

  it('never gives one id to two keys', () => {
    const third = withNewKey(rotated, AT);
    const without = withoutKey(third, 'k2', { now: after({ days: 1 }), force: true });
    expect('ring' in without && withNewKey(without.ring, AT).current).toBe('k4');
    const odd = { current: 'main', keys: { main: 'A'.repeat(43) }, dates: {} };
    expect(withNewKey(odd, AT).current).toBe('k1');
  });

  it('is listed with dates, current first, and without a key', () => {
    const keys = listKeys(rotated);
    expect(keys).toEqual([
      { id: 'k2', isCurrent: true, createdAt: AT.toISOString(), replacedAt: null },
      {
        id: 'k1',
        isCurrent: false,
        createdAt: after({ days: -90 }).toISOString(),
        replacedAt: AT.toISOString(),
      },
    ]);
  });

  it('gives a ring that is read back', () => {
    const text = JSON.stringify(rotated);
    expect(parseStoredKeyRing(JSON.parse(text), 'keys')).toEqual({ ok: true, value: rotated });
  });
});

describe('taking a key away', () => {
  const take = (id: string, days: number, force = false, ring = rotated) =>
    withoutKey(ring, id, { now: after({ days }), force });

  it('is refused for the current key and for one that is not there', () => {
    expect(take('k2', 900, true)).toEqual({ refused: { reason: 'current' } });
    expect(take('k3', 900, true)).toEqual({ refused: { reason: 'missing' } });
    expect(take('constructor', 900, true)).toEqual({ refused: { reason: 'missing' } });
  });

  it('is refused for as long as links that it signed must work, unless it is forced', () => {
    const young = { reason: 'young', unused: KEY_KEPT_DAYS - 1 };
    expect(take('k1', KEY_KEPT_DAYS - 0.01)).toEqual({ refused: young });
    const { k2 } = rotated.keys;
    const gone = { ring: { current: 'k2', keys: { k2 }, dates: { k2: rotated.dates['k2'] } } };
    expect(take('k1', KEY_KEPT_DAYS)).toEqual(gone);
    expect(take('k1', 1, true)).toEqual(gone);
  });

  it('is refused while the key may sign still, even where it is forced', () => {
    const until = after({ minutes: 15 }).toISOString();
    const forced = (minutes: number) =>
      withoutKey(rotated, 'k1', { now: after({ minutes }), force: true });
    expect(forced(14)).toEqual({ refused: { reason: 'signing', until } });
    expect(forced(15)).toHaveProperty('ring');
  });

  it('is refused where nobody recorded when the key last signed', () => {
    const undated = { ...rotated, dates: {} };
    expect(take('k1', 900, false, undated)).toEqual({ refused: { reason: 'young', unused: null } });
    expect(take('k1', 900, true, undated)).toHaveProperty('ring');
  });

  it('is given up where the keys never hold still', async () => {
    const store = {
      read: async () => ({ stored: first, version: '1' }),
      replace: async () => false,
    };
    const change = changeRing(store, (ring) => ({ ring }));
    await expect(change).rejects.toThrow('the keys were changed 5 times');
  });
});

describe('the keys of a process that lives long', () => {
  it('are read again every few minutes, and stay where they cannot be', async () => {
    let now = AT;
    const read = vi.fn(async () => toKeyRing(first));
    const live = await LiveKeyRing.open(read, () => now);
    read.mockResolvedValue(toKeyRing(rotated));
    const currentAfter = async (minutes: number) => {
      now = after({ minutes });
      await live.refresh();
      return live.current;
    };
    expect(await currentAfter(KEYS_REREAD_MINUTES - 0.01)).toBe('k1');
    expect(await currentAfter(KEYS_REREAD_MINUTES)).toBe('k2');
    expect([...live.keys.keys()]).toEqual(['k1', 'k2']);
    read.mockRejectedValue(new Error('no answer'));
    expect(await currentAfter(3 * KEYS_REREAD_MINUTES)).toBe('k2');
    expect(read).toHaveBeenCalledTimes(3);
  });
});

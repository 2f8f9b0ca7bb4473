import { describe, expect, it } from 'vitest';
import { newStoredKeyRing, type StoredKeyRing } from '#lib/subscription/key-ring.ts';
import type { KeyRingStore } from '#lib/subscription/key-ring-store.ts';
import { changeRing, withNewKey } from '#lib/subscription/rotate-keys.ts';

const AT = new Date('2026-01-05T07:00:00Z');

/** What every store of keys keeps to. */
export function keyRingStoreContract(
  name: string,
  open: (first: StoredKeyRing) => Promise<KeyRingStore>,
): void {
  describe(`${name} as a store of keys`, () => {
    it('gives back the ring that was put last', async () => {
      const first = newStoredKeyRing(AT);
      const store = await open(first);
      const { stored, version } = await store.read();
      expect(stored).toEqual(first);
      const next = withNewKey(stored, AT);
      expect(await store.replace(next, version)).toBe(true);
      expect((await store.read()).stored).toEqual(next);
    });

    it('replaces only the version that was read', async () => {
      const store = await open(newStoredKeyRing(AT));
      const { stored, version } = await store.read();
      const second = withNewKey(stored, AT);
      await store.replace(second, version);
      expect(await store.replace(withNewKey(stored, AT), version)).toBe(false);
      const { version: later } = await store.read();
      const third = withNewKey(second, AT);
      expect(await store.replace(third, later)).toBe(true);
      expect(await store.replace(withNewKey(stored, AT), version)).toBe(false);
      expect((await store.read()).stored).toEqual(third);
    });

    it('loses no key of several who rotate at once', async () => {
      const store = await open(newStoredKeyRing(AT));
      const rotate = () => changeRing(store, (ring) => ({ ring: withNewKey(ring, AT) }));
      const changed = await Promise.all([rotate(), rotate(), rotate()]);
      const { stored } = await store.read();
      expect(Object.keys(stored.keys)).toEqual(['k1', 'k2', 'k3', 'k4']);
      for (const each of changed)
        expect(stored.keys).toMatchObject('ring' in each ? each.ring.keys : { none: true });
    });
  });
}

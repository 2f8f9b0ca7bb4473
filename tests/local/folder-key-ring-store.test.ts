import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderKeyRingStore } from '#lib/local/folder-key-ring-store.ts';
import { openKeyRing } from '#lib/local/open-key-ring.ts';
import { newStoredKeyRing, type StoredKeyRing } from '#lib/subscription/key-ring.ts';
import { withNewKey } from '#lib/subscription/rotate-keys.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';
import { keyRingStoreContract } from '../contract/key-ring-store-contract.ts';
import { temporaryFolder } from './state-folder.ts';

const AT = new Date('2026-01-05T07:00:00Z');
const reader = { topicId: 'harbour-talks', subscriberId: 'ana' };

async function storeWith(first: StoredKeyRing) {
  const folder = await temporaryFolder();
  const store = new FolderKeyRingStore(join(folder, 'keys.json'));
  expect(await store.create(first)).toBe(true);
  return { store, folder };
}

keyRingStoreContract('a folder', async (first) => (await storeWith(first)).store);

describe('keys in a folder', () => {
  it('stand in one file that only its owner can read', async () => {
    const { store, folder } = await storeWith(newStoredKeyRing(AT));
    const { stored, version } = await store.read();
    await store.replace(withNewKey(stored, AT), version);
    expect(await readdir(folder)).toEqual(['keys.2.json']);
    expect((await stat(join(folder, 'keys.2.json'))).mode & 0o777).toBe(0o600);
  });

  it('are the newest where a kill left the ones before, which the next change clears away', async () => {
    const first = newStoredKeyRing(AT);
    const { store, folder } = await storeWith(first);
    const second = withNewKey(first, AT);
    await writeFile(join(folder, 'keys.2.json'), JSON.stringify(second));
    await writeFile(join(folder, '.keys.3.json.0123456789ab.tmp'), '{"current": "k3", "ke');
    const { stored, version } = await store.read();
    expect(stored).toEqual(second);
    await store.replace(withNewKey(stored, AT), version);
    expect((await readdir(folder)).sort()).toEqual([
      '.keys.3.json.0123456789ab.tmp',
      'keys.3.json',
    ]);
  });

  it('are read in the form that has no dates, and sign as before', async () => {
    const { current, keys } = newStoredKeyRing();
    const path = join(await temporaryFolder(), 'keys.json');
    await writeFile(path, JSON.stringify({ current, keys }));
    const ring = await openKeyRing(path, async () => true);
    expect(verifyLink(signLink('unsubscribe', reader, ring), 'unsubscribe', ring)).toEqual(reader);
  });

  it('are found by who looks for them after a rotation, and not made anew', async () => {
    const { store, folder } = await storeWith(newStoredKeyRing(AT));
    const { stored, version } = await store.read();
    await store.replace(withNewKey(stored, AT), version);
    const ring = await openKeyRing(join(folder, 'keys.json'), async () => false);
    expect([...ring.keys.keys()]).toEqual(['k1', 'k2']);
    expect(await readdir(folder)).toEqual(['keys.2.json']);
  });
});

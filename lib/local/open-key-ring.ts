import { dirname } from 'node:path';
import { DependencyError } from '#lib/dependency-error.ts';
import { newStoredKeyRing, toKeyRing } from '#lib/subscription/key-ring.ts';
import { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import { FolderKeyRingStore } from './folder-key-ring-store.ts';

/**
 * Reads the keys that sign links, and makes them in a state that is new. Of two processes at once
 * one makes them and both read the same.
 * @param hasEditions whether links may have been signed already, with keys that are gone then
 * @throws DependencyError where the file cannot be read or written, is gone, or holds no keys
 */
export async function openKeyRing(
  path: string,
  hasEditions: () => Promise<boolean>,
): Promise<LiveKeyRing> {
  const store = new FolderKeyRingStore(path);
  const now = () => new Date();
  if ((await store.readIfThere()) === null) await create(store, path, hasEditions);
  return LiveKeyRing.open(async () => toKeyRing((await store.read()).stored, now()), now);
}

async function create(
  store: FolderKeyRingStore,
  path: string,
  hasEditions: () => Promise<boolean>,
): Promise<void> {
  // Another process may have made both since the file was looked for.
  if (await hasEditions()) {
    if ((await store.readIfThere()) === null) gone(path);
  } else await store.create(newStoredKeyRing(new Date()));
}

function gone(path: string): never {
  const advice = `restore it from a copy, or delete ${dirname(path)} to begin anew`;
  const reason = `it is gone, though mails were sent with links signed by it: ${advice}`;
  throw new DependencyError('read', path, new Error(reason));
}

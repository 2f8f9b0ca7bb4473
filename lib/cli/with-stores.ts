import { openLocal, type LocalStores } from '#lib/local/open-local.ts';
import type { Session } from './session.ts';

/** Opens the state folder for as long as `work` runs. */
export async function withStores<T>(
  { settings }: Session,
  work: (stores: LocalStores) => Promise<T>,
): Promise<T> {
  const stores = await openLocal(settings.stateFolder);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

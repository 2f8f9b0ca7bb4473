import { explainAwsFailure } from '#lib/aws/explain-aws-failure.ts';
import type { RemoteStores } from '#lib/aws/open-remote.ts';
import { openLocal, type LocalStores } from '#lib/local/open-local.ts';
import type { Stores } from '#lib/stores.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** Opens the state folder, or with `--remote` what the stack keeps, for as long as `work` runs. */
export function withStores<T>(session: Session, work: (stores: Stores) => Promise<T>): Promise<T> {
  const { remote } = session.settings;
  return remote === null ? withLocalStores(session, work) : withRemoteStores(remote, work);
}

/**
 * Opens the state folder for what only works on this machine.
 * @throws UsageError with `--remote`
 */
export async function withLocalStores<T>(
  session: Session,
  work: (stores: LocalStores) => Promise<T>,
): Promise<T> {
  refuseRemote(session);
  return using(await openLocal(session.settings.stateFolder), work);
}

/**
 * Opens what a stack keeps.
 * @throws RemoteError where AWS does not let it: it says why, and what to do next
 */
export async function withRemoteStores<T>(
  stack: string,
  work: (stores: RemoteStores) => Promise<T>,
): Promise<T> {
  // Loaded here: commands on this machine start without the clients of AWS.
  const { openRemote } = await import('#lib/aws/open-remote.ts');
  try {
    return await using(await openRemote(stack), work);
  } catch (error) {
    throw explainAwsFailure(error);
  }
}

/** @throws UsageError with `--remote`, for commands that are about this machine */
export function refuseRemote({ settings }: Pick<Session, 'settings'>): void {
  if (settings.remote === null) return;
  throw new UsageError(
    'this command works on this machine alone: leave out --remote, and PARLEY_REMOTE if it is set',
  );
}

async function using<S extends Stores, T>(stores: S, work: (stores: S) => Promise<T>): Promise<T> {
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

import { reconcile } from '#lib/delivery/reconcile.ts';
import type { LocalStores } from './open-local.ts';

/** Nothing tells later what became of a mail, so no doubt ends by waiting. */
const NO_EVENTS = { isEmpty: async () => false };

/** Who sends goes through the ledger; what waits there is left to the next `parley send`. */
const NO_QUEUE = { put: async () => undefined, isEmpty: async () => false };

/**
 * Does on one machine what the function `reconcile` does on AWS: settles what the copies of sent mails tell, and
 * closes the edition once every delivery has its result. At once, as nothing comes back. What it cannot
 * settle, and what waits, it leaves as it is.
 * @param by who closes it, in the edition's record
 * @returns what went wrong and stopped nothing
 */
export async function reconcileEdition(
  editionId: string,
  { ledger, outbox }: Pick<LocalStores, 'ledger' | 'outbox'>,
  by: string,
  now: () => Date,
): Promise<string[]> {
  const done = await reconcile(editionId, {
    ...{ ledger, queue: NO_QUEUE, events: NO_EVENTS, tell: null, closedAfterMs: 0, by, now },
    // Not the outbox itself: what it has no copy of may have gone over SMTP.
    mailer: { accepted: (id) => outbox.copy(id) },
  });
  return done?.problems ?? [];
}

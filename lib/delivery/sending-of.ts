import type { Sending } from '#lib/edition/sending.ts';
import type { Ledger } from './ledger.ts';

/** Sending as the ledger tells it: begun with the first claim, whatever became of it. */
export function sendingOf(ledger: Pick<Ledger, 'list'>): Sending {
  return {
    async hasBegun(editionId) {
      const first = await ledger.list(editionId)[Symbol.asyncIterator]().next();
      return first.done !== true;
    },
  };
}

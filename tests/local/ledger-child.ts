import { openLocal } from '#lib/local/open-local.ts';

/** A process that claims deliveries in a state folder when its parent asks it to, and ends when told `close`. */
const [folder = '', editionId = ''] = process.argv.slice(2);
const local = await openLocal(folder);

process.on('message', async (subscriberId: string) => {
  if (subscriberId === 'close') {
    await local.close();
    process.disconnect();
    return;
  }
  const claim = await local.ledger.claim({ editionId, subscriberId }, `${process.pid}`, 'now');
  process.send?.(claim.claimed);
});
process.send?.('ready');

import { openLocal } from '#lib/local/open-local.ts';
import { claimOne } from './claim-one.ts';

/** A process that claims deliveries in a state folder when its parent asks it to, and ends when told `close`. */
const [folder = '', editionId = ''] = process.argv.slice(2);
const local = await openLocal(folder);

process.on('message', async (subscriberId: string) => {
  if (subscriberId === 'close') {
    await local.close();
    process.disconnect();
    return;
  }
  process.send?.(await claimOne(local.ledger, editionId, subscriberId, `${process.pid}`));
});
process.send?.('ready');

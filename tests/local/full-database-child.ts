import { openLocal } from '#lib/local/open-local.ts';
import { claimOne } from './claim-one.ts';

/** Claims deliveries until the database takes no more, and prints why. */
const [folder = ''] = process.argv.slice(2);
// Without a listener the signal of an exceeded file size ends the process.
process.on('SIGXFSZ', () => undefined);
const local = await openLocal(folder);
const claim = (i: number) => claimOne(local.ledger, 'e', `${i}`, 'x'.repeat(10_000));
try {
  for (let i = 0; i < 1000; i++) await claim(i);
} catch (error) {
  process.stdout.write((error as Error).message);
} finally {
  await local.close();
}

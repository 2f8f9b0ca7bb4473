import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Outbox } from '#lib/local/outbox.ts';
import { temporaryFolder } from './state-folder.ts';

it('an outbox rids itself of what killed processes left, but not of a write that may go on', async () => {
  const folder = join(await temporaryFolder(), 'outbox');
  await mkdir(folder);
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of ['.a.eml.0123456789ab.tmp', '.mine.tmp', 'b.eml']) {
    await writeFile(join(folder, name), '');
    await utimes(join(folder, name), old, old);
  }
  await writeFile(join(folder, '.c.eml.0123456789ab.tmp'), '');
  const mail = { editionId: 'e', deliveryId: 'd', from: 'a@example.com', to: 'b@example.com' };
  await new Outbox(folder).send({ ...mail, raw: Buffer.from('mail') });
  expect((await readdir(folder)).sort()).toEqual([
    '.c.eml.0123456789ab.tmp',
    '.mine.tmp',
    'b.eml',
    'd.eml',
  ]);
});

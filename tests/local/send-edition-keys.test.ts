import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLocal } from '#lib/local/open-local.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { watchedSend } from '../delivery/watched-send.ts';
import { newFolder } from './state-folder.ts';

it('a long run looks at the keys again before each group', async () => {
  const folder = await newFolder();
  const local = await openLocal(folder);
  try {
    await local.editions.freeze(sampleEdition());
    for (const id of ['2a', '8b']) await local.subscribers.add(sampleSubscriber(id));
    const refresh = vi.spyOn(local.keys, 'refresh');
    const run = { folder, log: join(folder, 'log'), smtpPort: null, withClaims: true };
    await watchedSend(run, local, () => {});
    const groups = [];
    for await (const group of local.ledger.groups(sampleEdition().id)) groups.push(group);
    expect(groups.length).toBeGreaterThan(1);
    expect(refresh).toHaveBeenCalledTimes(groups.length);
  } finally {
    await local.close();
  }
});

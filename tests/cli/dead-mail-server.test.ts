import { beforeAll, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { closedPort } from '../local/closed-port.ts';
import { emptyFolder, run } from './run.ts';

let folder: string;

beforeAll(async () => {
  folder = await emptyFolder();
  await run(folder, ['ingest', sampleArticlesFolder()]);
  for (const name of ['ana', 'bo'])
    await run(folder, ['subscribers', 'add', `${name}@example.com`]);
});

it('a mail server that is down is named, and so is what waits and what to do next', async () => {
  const smtp = `127.0.0.1:${await closedPort()}`;
  const { code, stderr } = await run(folder, ['send', '--smtp', smtp]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    `the mail server ${smtp} took no mail: 2 deliveries wait in the ledger, and nobody was mailed`,
  );
  expect(stderr).toContain('then give the same command again');
  expect((await run(folder, ['send'])).stdout).toContain('2 sent');
});

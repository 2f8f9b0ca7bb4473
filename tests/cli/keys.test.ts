import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, run } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await emptyFolder();
});

const DAY = 86_400_000;
const keys = (args: string[], days = 0) =>
  run(folder, ['keys', ...args], { now: () => new Date(Date.now() + days * DAY) });

describe('keys', () => {
  it('are made, rotated, listed and retired, and never shown', async () => {
    expect((await keys(['list'])).stdout).toMatch(/^k1 {2}made 20\S+Z {2}signs\n$/);
    const { code, stdout } = await keys(['rotate']);
    expect(code).toBe(0);
    expect(stdout).toContain('k2 signs the links of new mails, 10 to 15 minutes from now on');
    expect(stdout).toContain('links signed by k1 go on working; keep it for 60 days at least');
    const list = await keys(['list', '--json']);
    expect(JSON.parse(list.stdout)).toMatchObject({ keys: [{ id: 'k2' }, { id: 'k1' }] });
    const retired = await keys(['retire', 'k1'], 61);
    expect(retired.stdout).toContain('k1 is taken away');
    expect((await keys(['list'])).stdout).toMatch(/^k2 {2}made \S+ {2}signs\n$/);
    const [file = ''] = (await readdir(join(folder, '.parley'))).filter((name) =>
      /^keys/.test(name),
    );
    const stored = await readFile(join(folder, '.parley', file), 'utf8');
    const { k2 } = (JSON.parse(stored) as { keys: { k2: string } }).keys;
    for (const printed of [stdout, list.stdout, retired.stdout]) expect(printed).not.toContain(k2);
  });

  it('are kept while links that they signed must work, unless it is forced', async () => {
    await keys(['rotate']);
    const young = await keys(['retire', 'k1'], 40);
    expect(young).toMatchObject({ code: 1, stdout: '' });
    expect(young.stderr).toContain('k1 is kept: it signed 40 days ago, and the unsubscribe links');
    const early = await keys(['retire', 'k1', '--force']);
    expect(early).toMatchObject({ code: 1, stdout: '' });
    expect(early.stderr).toContain('k1 may sign mails until');
    expect((await keys(['retire', 'k1', '--force'], 1)).code).toBe(0);
  });

  it('are not retired while they sign, or where there is none of the id', async () => {
    const current = await keys(['retire', 'k1', '--force']);
    expect(current).toMatchObject({ code: 1 });
    expect(current.stderr).toContain('k1 signs the links of new mails: rotate first');
    const missing = await keys(['retire', 'k9\u001b[2J']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('no key has the id "k9\\u001b[2J"; there are k1');
    expect(await keys(['retire'])).toMatchObject({ code: 2 });
    expect(await keys(['rotate', 'k2'])).toMatchObject({ code: 2 });
  });
});

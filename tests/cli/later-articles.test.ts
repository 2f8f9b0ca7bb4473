import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { riverArticle } from './river-articles.ts';
import { emptyFolder, run } from './run.ts';

describe('a frozen edition and what comes after it', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);

  beforeAll(async () => {
    folder = await emptyFolder();
    await parley('ingest', sampleArticlesFolder());
    await parley('subscribers', 'add', 'ana@example.com');
    await parley('compose');
    await writeFile(join(folder, 'late.json'), JSON.stringify(riverArticle({ id: 'late' })));
  });

  it('says nothing of later articles while it has them all', async () => {
    expect((await parley('compose')).stdout).not.toContain('not in it');
  });

  it('tells compose and send that an article came too late, and for which slot it is', async () => {
    await parley('ingest', join(folder, 'late.json'));
    for (const command of ['compose', 'send'])
      expect((await parley(command)).stdout).toContain(
        'not in it: 1 article that came after it was frozen; the next slot is 2026-11-23',
      );
  });

  it('can be composed anew as a trial, with the later article, and stays as it is', async () => {
    const trial = JSON.parse((await parley('compose', '--dry-run', '--json')).stdout);
    const kept = JSON.parse((await parley('compose', '--json')).stdout);
    const ids = (report: { edition: { record: { articles: { id: string }[] } } }) =>
      report.edition.record.articles.map(({ id }) => id);
    expect(ids(trial)).toContain('late');
    expect(ids(kept)).not.toContain('late');
    expect(await readFile(trial.files.text, 'utf8')).not.toBe('');
  });

  it.each(['compose', 'send'])('%s refuses a slot that is still to come', async (command) => {
    const { code, stderr } = await parley(command, '--slot', '2026-11-23');
    expect(code).toBe(2);
    expect(stderr).toContain('2026-11-23 is still to come');
    expect(stderr).toContain('the slot that is due is 2026-11-16');
  });

  it('shows a slot to come as a trial', async () => {
    expect((await parley('compose', '--dry-run', '--slot', '2026-11-23')).code).toBe(0);
  });

  it('tells once what many subscribers met alike', async () => {
    for (const name of ['bo', 'cy']) await parley('subscribers', 'add', `${name}@example.com`);
    const { code, stderr } = await parley('send', '--smtp', '127.0.0.1:1');
    expect(code).toBe(1);
    expect(stderr.match(/ECONNREFUSED/g)).toHaveLength(1);
    expect(stderr).toMatch(/subscriber [0-9a-f-]+ and 1 more: later/);
  });
});

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleArticlesFolder } from '#lib/cli/package-root.ts';
import { emptyFolder, run } from './run.ts';

/** The tests of this file follow one another on one state folder. */
describe('a state folder with damage', () => {
  let folder: string;
  const parley = (...args: string[]) => run(folder, args);
  const inState = (path: string) => join(folder, '.parley', path);

  beforeAll(async () => {
    folder = await emptyFolder();
    await parley('ingest', sampleArticlesFolder());
    await parley('subscribers', 'add', 'ana@example.com');
  });

  it('send names the articles that it could not read for the edition it made', async () => {
    await writeFile(inState('articles/broken.json'), '{"half"');
    const { code, stdout, stderr } = await parley('send');
    expect(stdout).toContain('us-north-korea 2026-11-16: 1 sent');
    expect(stderr).toContain('broken.json: expected an article as JSON');
    expect(code).toBe(1);
    await rm(inState('articles/broken.json'));
    expect((await parley('send')).code).toBe(0);
  });

  it('send never mails an edition that was changed, and status names it and goes on', async () => {
    const path = inState('editions/us-north-korea/2026-11-16.json');
    const frozen = await readFile(path, 'utf8');
    await writeFile(path, frozen.replace('"subject": "', '"subject": "Not '));
    await parley('subscribers', 'add', 'bo@example.com');
    const sent = await parley('send');
    expect(sent.code).toBe(1);
    expect(sent.stderr).toContain('the edition was changed after it was frozen');
    const status = await parley('status');
    expect(status.code).toBe(1);
    expect(status.stdout).toMatch(/subscribers +2 active/);
    expect(status.stderr).toContain('2026-11-16.json: contentHash: expected');
    await writeFile(path, frozen);
    expect((await parley('send')).stdout).toContain('1 sent, 1 settled before');
  });

  it('send never takes a lost database for one without subscribers', async () => {
    await rm(inState('database/data/CURRENT'));
    const { code, stdout, stderr } = await parley('send');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^parley: cannot open .*database: its tables are gone .*begin anew\)\n$/,
    );
  });
});

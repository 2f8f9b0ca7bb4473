import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { riverArticle } from './river-articles.ts';
import { emptyFolder, run } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await emptyFolder();
});

const write = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

/** A text that states neither outlet nor date. */
const SAVED = [
  'Ferry talks begin again on the river',
  'By Ana Lima',
  'The envoys of both banks of the river met for talks on the ferry, for the first time in many years.',
  'They said that the ferry would run again once the landing on the northern bank is repaired.',
].join('\n\n');

describe('ingest', () => {
  it('says of each article whether it is new, the same or a new version', async () => {
    const path = await write('a.json', JSON.stringify(riverArticle({ id: 'ferry' })));
    const first = await run(folder, ['ingest', path]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^new {2}ferry .*\n1 article: 1 new\n$/);
    expect((await run(folder, ['ingest', path])).stdout).toMatch(/^same {2}ferry /);
    await write(
      'a.json',
      JSON.stringify(riverArticle({ id: 'ferry', dateModified: '2020-05-07' })),
    );
    expect((await run(folder, ['ingest', path])).stdout).toMatch(/^new version {2}ferry /);
  });

  it('reads standard input', async () => {
    const stdin = (async function* () {
      yield Buffer.from(JSON.stringify(riverArticle({ id: 'ferry' })));
    })();
    const { code, stdout } = await run(folder, ['ingest', '-'], { stdin });
    expect(code).toBe(0);
    expect(stdout).toContain('1 new');
  });

  it('names what it refuses with field and expectation, keeps it, and goes on', async () => {
    await write('a-broken.json', '{"id": ');
    await write(
      'b-headless.json',
      JSON.stringify({ ...riverArticle({ id: 'headless' }), headline: undefined }),
    );
    await write('c-good.json', JSON.stringify(riverArticle({ id: 'ferry' })));
    const { code, stdout, stderr } = await run(folder, ['ingest', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('3 articles: 1 new, 2 quarantined');
    expect(stderr).toMatch(/a-broken\.json.*: expected .*JSON/);
    expect(stderr).toMatch(/b-headless\.json: headline: expected text/);
    const list = await run(folder, ['ingest', '--list-quarantined']);
    expect(list.code).toBe(0);
    expect(list.stdout).toContain('a-broken.json');
    expect(list.stdout).toContain('b-headless.json: headline: expected text');
  });

  it('goes on after a file that is missing', async () => {
    const good = await write('good.json', JSON.stringify(riverArticle({ id: 'ferry' })));
    const { code, stdout, stderr } = await run(folder, ['ingest', join(folder, 'none.html'), good]);
    expect(code).toBe(1);
    expect(stdout).toContain('1 new');
    expect(stderr).toMatch(/none\.html: expected a readable file.*no such file or directory/);
  });

  it('prints JSON with every report', async () => {
    const path = await write('a.json', JSON.stringify(riverArticle({ id: 'ferry' })));
    const { stdout } = await run(folder, ['ingest', path, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: [{ outcome: 'new', id: 'ferry' }],
      counts: { new: 1, same: 0, 'new-version': 0, quarantined: 0, failed: 0 },
    });
  });

  it('counts an article that the store cannot take, and says why', async () => {
    const path = await write('a.json', JSON.stringify(riverArticle({ id: 'ferry' })));
    await mkdir(join(folder, '.parley', 'articles'), { recursive: true });
    await writeFile(join(folder, '.parley', 'articles', 'ferry.json'), 'broken');
    const { code, stdout, stderr } = await run(folder, ['ingest', path]);
    expect(code).toBe(1);
    expect(stdout).toContain('1 article: 1 failed');
    expect(stdout).not.toContain('mended');
    expect(stderr).toContain('expected a store that can be read and written');
  });

  it('takes outlet, address and date of a text that does not state them', async () => {
    const path = await write('saved.txt', SAVED);
    const bare = await run(folder, ['ingest', path]);
    expect(bare.code).toBe(1);
    expect(bare.stderr).toContain('; give it with --publisher');
    expect(bare.stderr).toContain('; give it with --date');
    const given = ['--publisher', 'The River Post', '--date', '2020-05-06'];
    const address = ['--url', 'https://river.example.com/ferry?utm_source=mail'];
    const { code, stdout } = await run(folder, ['ingest', path, ...given, ...address]);
    expect(code).toBe(0);
    expect(stdout).toContain('riverpost-2020-05-06-ferry-talks');
  });

  it.each([
    [['--date', '2020-02-30'], 'Expected a date such as'],
    [['--url', 'ftp://river.example.com/'], 'Expected an http or https address'],
    [['--publisher', ' '], 'Expected the name of an outlet'],
    [['--url', 'https://river.example.com/', 'b.txt'], 'name one source with it'],
  ])('refuses %j', async (given, expected) => {
    const { code, stderr } = await run(folder, ['ingest', 'a.txt', ...given]);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });

  it('wants a source', async () => {
    const { code, stderr } = await run(folder, ['ingest']);
    expect(code).toBe(2);
    expect(stderr).toContain('name at least one source');
  });

  it('names the known topics where the topic is unknown', async () => {
    const { code, stderr } = await run(folder, ['ingest', 'x.json', '--topic', 'moon']);
    expect(code).toBe(2);
    expect(stderr).toContain('no topic is called "moon"; the known topics are: us-north-korea');
  });
});

import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault } from '#lib/fault.ts';
import { FolderArticleStore } from '#lib/local/folder-article-store.ts';
import { collect, sampleArticle } from '../contract/sample-data.ts';
import { temporaryFolder } from './state-folder.ts';

async function openWith(files: Record<string, string>) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'articles'));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, 'articles', name), text);
  const store = new FolderArticleStore(folder);
  const faults = async () =>
    (await collect(store.list())).flatMap(({ parsed }) => (parsed.ok ? [] : parsed.faults));
  return { folder, store, faults };
}

describe('FolderArticleStore', () => {
  it('names the file, field and expectation of each article it cannot read, and lists the others', async () => {
    const good = sampleArticle({ id: 'good' });
    const { folder, store, faults } = await openWith({
      'broken.json': '{"id": ',
      'good.json': JSON.stringify(good),
      'no-body.json': JSON.stringify({ ...good, id: 'no-body', articleBody: undefined }),
    });
    const lines = (await faults()).map(formatFault);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(
      `${join(folder, 'articles/broken.json')}: expected an article as JSON`,
    );
    expect(lines[1]).toContain('no-body.json: articleBody: expected text');
    expect((await collect(store.list())).filter(({ parsed }) => parsed.ok)).toHaveLength(1);
  });

  it('does not take an article for another because of its file name', async () => {
    const { faults } = await openWith({ 'other.json': JSON.stringify(sampleArticle()) });
    expect((await faults()).map(formatFault)[0]).toContain('id: expected "other"');
  });

  it('tells of a file that cannot be opened, and goes on', async () => {
    const { folder, faults } = await openWith({});
    await symlink(join(folder, 'articles'), join(folder, 'articles', 'loop.json'));
    expect((await faults()).map(formatFault)[0]).toMatch(
      /loop\.json: expected a readable file, found/,
    );
  });

  it('keeps every version of an article', async () => {
    const { folder, store } = await openWith({});
    await store.put(sampleArticle());
    await store.put(sampleArticle({ headline: 'Corrected' }));
    await store.put(sampleArticle());
    expect(await readdir(join(folder, 'articles/versions', sampleArticle().id))).toHaveLength(2);
  });

  it('replaces a damaged article by the one that is put', async () => {
    const { store } = await openWith({ [`${sampleArticle().id}.json`]: 'damaged' });
    expect(await store.put(sampleArticle())).toBe('new-version');
    expect(await store.get(sampleArticle().id)).toEqual(sampleArticle());
  });
});

import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '#lib/article/article-store.ts';
import { collect, sampleArticle } from './sample-data.ts';

/** What every store of articles keeps. Each test gets an empty one. */
export function articleStoreContract(open: () => Promise<ArticleStore>): void {
  describe('as a store of articles', () => {
    it('takes a new article, knows it again, and takes a corrected one as a new version', async () => {
      const store = await open();
      const article = sampleArticle();
      const corrected = { ...article, articleBody: `${article.articleBody} A correction.` };
      expect(await store.put(article)).toBe('new');
      expect(await store.put(structuredClone(article))).toBe('same');
      expect(await store.put(corrected)).toBe('new-version');
      expect(await store.get(article.id)).toEqual(corrected);
    });

    it('keeps fields that it does not know', async () => {
      const store = await open();
      await store.put({ ...sampleArticle(), rating: { stars: 4 } });
      expect(await store.get(sampleArticle().id)).toMatchObject({ rating: { stars: 4 } });
    });

    it('knows nothing of an article that was never put, or of what is no id', async () => {
      const store = await open();
      expect(await store.get('unknown')).toBeNull();
      expect(await store.get('../keys')).toBeNull();
    });

    it('lists the latest version of each article, by id', async () => {
      const store = await open();
      const ids = Array.from({ length: 40 }, (_, i) => `a-${String(i).padStart(2, '0')}`);
      for (const id of ids.toReversed()) await store.put(sampleArticle({ id }));
      await store.put(sampleArticle({ id: 'a-07', headline: 'Corrected' }));
      const listed = await collect(store.list());
      const articles = listed.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
      expect(articles.map(({ id }) => id)).toEqual(ids);
      expect(articles[7]?.headline).toBe('Corrected');
    });

    it('lists nothing where nothing was put', async () => {
      expect(await collect((await open()).list())).toEqual([]);
    });

    const entry = (source: string, at: string) => ({
      source,
      faults: [{ source, field: 'articleBody', expected: 'text' }],
      at,
    });

    it('keeps what was refused, once a source', async () => {
      const store = await open();
      await store.quarantine(entry('b.json', '2026-01-02T00:00:00.000Z'));
      await store.quarantine(entry('a.json', '2026-01-01T00:00:00.000Z'));
      await store.quarantine(entry('b.json', '2026-01-03T00:00:00.000Z'));
      expect(await store.listQuarantined()).toEqual([
        entry('a.json', '2026-01-01T00:00:00.000Z'),
        entry('b.json', '2026-01-03T00:00:00.000Z'),
      ]);
    });

    it('lets go of a refused source and of no other, also twice', async () => {
      const store = await open();
      const sources = ['news/a b+%20.json', 'news/a-b-20.json', '기사.html', '../..'];
      for (const source of sources) await store.quarantine(entry(source, '2026-01-01'));
      await store.release('news/a b+%20.json');
      await store.release('news/a b+%20.json');
      const left = (await store.listQuarantined()).map(({ source }) => source);
      expect(left.sort()).toEqual(sources.slice(1).sort());
    });
  });
}

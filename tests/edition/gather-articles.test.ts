import { describe, expect, it } from 'vitest';
import type { Article } from '#lib/article/article.ts';
import type { ArticleStore } from '#lib/article/article-store.ts';
import { ARTICLES_AN_ERA_MAX, gatherArticles } from '#lib/edition/gather-articles.ts';
import { formatFault } from '#lib/fault.ts';
import { sampleArticle } from '../contract/sample-data.ts';
import { sampleTopic } from './compose-fixture.ts';

/** A store that only lists. */
function listing(articles: Article[]): ArticleStore {
  const none = async () => {
    throw new Error('not expected here');
  };
  return {
    async *list() {
      for (const value of articles) yield { source: value.id, parsed: { ok: true, value } };
    },
    put: none,
    get: none,
    quarantine: none,
    release: none,
    listQuarantined: async () => [],
  };
}

describe('gatherArticles', () => {
  it('reads the newest of an era where it has too many, and says how many it leaves', async () => {
    const dayOf = (i: number) => new Date(Date.UTC(2020, 0, 1 + (i % 366))).toISOString();
    const topics = ['us-north-korea'];
    const articles = Array.from({ length: ARTICLES_AN_ERA_MAX + 3 }, (_, i) =>
      sampleArticle({ id: `a-${i}`, topics, datePublished: dayOf(i) }),
    );
    const newer = sampleArticle({ id: 'newer', topics, datePublished: '2025-03-01' });
    const now = new Date('2026-01-01T00:00:00Z');
    const gathered = await gatherArticles(sampleTopic(), listing([...articles, newer]), now);
    expect(gathered.articles).toHaveLength(ARTICLES_AN_ERA_MAX + 1);
    expect(gathered.faults.map(formatFault)).toEqual([
      `the articles of the topic: expected at most ${ARTICLES_AN_ERA_MAX} an era, of which the newest are read, found 3 more`,
    ]);
    const kept = new Set(gathered.articles.map(({ article }) => article.id));
    const left = articles.filter(({ id }) => !kept.has(id));
    expect(left.every(({ datePublished }) => datePublished.startsWith('2020-01-01'))).toBe(true);
  });
});

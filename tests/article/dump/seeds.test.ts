import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticles } from '#lib/article/read-articles.ts';

const SHARED = new URL('../../../../shared/', import.meta.url);
const NOW = new Date('2026-01-01T00:00:00Z');

interface Gold {
  file: string;
  title: string;
  publisher: string;
  paragraphs: { kind: string; text: string }[];
}

function seed(name: string) {
  const gold = JSON.parse(readFileSync(new URL(`gold/${name}.json`, SHARED), 'utf8')) as Gold;
  const bytes = readFileSync(new URL(gold.file, SHARED));
  const [read] = readArticles(
    { source: gold.file, bytes },
    { topicIds: ['us-north-korea'], now: NOW },
  );
  if (!read?.ok) throw new Error(JSON.stringify(read));
  return { gold, article: read.value };
}

// The two pages are not in the repository; without them these tests are reported as skipped.
describe.skipIf(!existsSync(SHARED))('the two seed pages', () => {
  it.each(['seed-2020-koreatimes', 'seed-2025-asiae'])(
    '%s: the body is the labelled body',
    (name) => {
      const { gold, article } = seed(name);
      const body = gold.paragraphs.filter(({ kind }) => kind === 'body').map(({ text }) => text);
      expect(article.articleBody).toBe(body.join('\n\n'));
      expect(article.headline).toBe(gold.title);
      expect(article.publisher.name).toBe(gold.publisher);
    },
  );

  it('the page of 2020 has its stated dates, not the day of its capture', () => {
    const { article } = seed('seed-2020-koreatimes');
    expect(article.datePublished).toBe('2020-05-05T17:23:00+09:00');
    expect(article.dateModified).toBe('2020-05-06T10:19:00+09:00');
    expect(article.datePublishedInferred).toBeUndefined();
    expect(article.author).toEqual([{ name: 'Do Je-hae' }]);
    expect(article.subheadings).toHaveLength(2);
    expect(article.captions).toHaveLength(2);
  });

  it('the page of 2025 has an inferred date that says from what', () => {
    const { article } = seed('seed-2025-asiae');
    expect(article.datePublishedInferred).toMatchObject({
      precision: 'day',
      earliest: '2025-04-27',
      latest: '2025-04-28',
    });
    expect(article.datePublishedInferred?.evidence).toContain('on the 27th');
    expect(article.isBasedOn).toEqual([{ publisher: 'Axios' }]);
  });
});

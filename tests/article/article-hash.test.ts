import { describe, expect, it } from 'vitest';
import { articleHash } from '#lib/article/article-hash.ts';
import { sampleArticle } from './sample-article.ts';

describe('articleHash', () => {
  const hash = articleHash(sampleArticle());

  it('is a SHA-256 in hex', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of fields or topics', () => {
    const reversed = Object.fromEntries(Object.entries(sampleArticle()).toReversed());
    expect(articleHash(sampleArticle(reversed))).toBe(hash);
    expect(articleHash(sampleArticle({ topics: ['a', 'b'] }))).toBe(
      articleHash(sampleArticle({ topics: ['b', 'a'] })),
    );
  });

  it.each([{ id: 'other' }, { rights: 'all reserved' }, { wordCount: 15 }])(
    'stays the same when what is no content changes: %j',
    (change) => {
      expect(articleHash(sampleArticle(change))).toBe(hash);
    },
  );

  it.each([
    { headline: 'Envoys part' },
    { author: [] },
    { publisher: { name: 'Another' } },
    { url: null },
    { datePublished: '2020-05-06' },
    { dateModified: '2020-05-07' },
    { topics: ['harbour-treaty', 'ferries'] },
    { bodyKind: 'summary' },
    { isBasedOn: [{ publisher: 'Axios' }] },
    { articleBody: 'The envoys met in Oslo on Tuesday.' },
  ])('changes with content: %j', (change) => {
    expect(articleHash(sampleArticle(change))).not.toBe(hash);
  });
});

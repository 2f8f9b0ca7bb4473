import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId } from '#lib/article/article-id.ts';
import { Article } from '#lib/article/article.ts';

describe('articleId', () => {
  it('is made of outlet, day and first words of the headline', () => {
    expect(
      articleId(
        'The Korea Times',
        '2020-05-05T17:23:00+09:00',
        "'No deal' seen in Oslo, envoy says",
      ),
    ).toBe('koreatimes-2020-05-05-no-deal-seen-oslo-envoy-says');
  });

  it('is the same under every name of an outlet', () => {
    expect(articleId('Yonhap', '2020-01-10', 'Talks stall')).toBe(
      articleId('Yonhap News Agency', '2020-01-10', 'Talks stall'),
    );
  });

  it('differs for headlines in a script that has no Latin letters', () => {
    const ids = ['회담 재개', '회담 결렬'].map((headline) =>
      articleId('Newsis', '2020-01-10', headline),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it('is an id that the schema takes, whatever the headline', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (publisher, headline) => {
          const id = articleId(publisher || 'unknown', '2020-01-10', headline || 'untitled');
          expect(Article.shape.id.safeParse(id).success).toBe(true);
        },
      ),
    );
  });
});

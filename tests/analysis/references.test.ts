import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import { articleOf, koreaTopic } from './article-of.ts';

const referencesIn = (body: string) =>
  analyse(articleOf(body), koreaTopic).references.map(({ text, name }) => [text, name]);

describe('references', () => {
  it('tell whom a pronoun means where one person fits', () => {
    expect(
      referencesIn('Clara Holm, the envoy, came to the lake. She wants the talks to go on.'),
    ).toContainEqual(['She', 'Clara Holm']);
  });

  it('tell whom a description means', () => {
    const body =
      'Peter Vance, a professor at Lake College, spoke on Monday. The professor expects no deal.';
    expect(referencesIn(body)).toContainEqual(['The professor', 'Peter Vance']);
  });

  it('are silent where two persons fit', () => {
    const body =
      'Peter Vance and Oskar Lund met at the lake. Vance talked, and Lund listened. He expects no deal.';
    expect(referencesIn(body).filter(([text]) => text === 'He')).toEqual([]);
  });

  it('do not take a report for the one who wrote it', () => {
    const body = 'Axios published a report on Monday. The report said that talks would resume.';
    expect(referencesIn(body)).toEqual([]);
  });

  it('are verbatim slices', () => {
    const body = 'Clara Holm, the envoy, came to the lake. She wants the talks to go on.';
    for (const { start, end, text } of analyse(articleOf(body), koreaTopic).references)
      expect(body.slice(start, end)).toBe(text);
  });
});

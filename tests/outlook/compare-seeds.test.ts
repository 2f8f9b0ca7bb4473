import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import type { Article } from '#lib/article/article.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import { NORTH_KOREA } from '../analysis/read-golden.ts';

/** Labels of real articles lie beside the checkout; they are not ours to keep in it. */
const GOLD = new URL('../../../shared/gold/', import.meta.url);
const isAbsent = !existsSync(new URL('comparison.json', GOLD));

interface GoldArticle {
  title: string;
  publisher: string;
  published: string;
  paragraphs: { kind: string; text: string }[];
  sentences: { id: string; text: string }[];
}
interface Row {
  factor: string;
  verdict: string;
  alt?: string;
  required: Record<'then' | 'now', string[]>;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, GOLD), 'utf8')) as T;
}

function articleOf(id: string): Article {
  const gold = read<GoldArticle>(`${id}.json`);
  const body = gold.paragraphs.filter(({ kind }) => kind === 'body').map(({ text }) => text);
  return {
    schemaVersion: 1,
    id,
    headline: gold.title,
    author: [],
    publisher: { name: gold.publisher },
    url: null,
    inLanguage: 'en',
    datePublished: gold.published.slice(0, 10),
    topics: [NORTH_KOREA.id],
    bodyKind: 'full',
    articleBody: body.join('\n\n'),
  };
}

/**
 * Where the comparison differs from the annotator. Both articles call the sides willing; that the later one
 * does so more clearly is less than `CHANGE_MIN` by the measure, which is not lowered for one row.
 */
const DIFFERS: Record<string, string> = { intent: 'unchanged' };

describe.skipIf(isAbsent)('the two first articles, where their labels are present', () => {
  const gold = isAbsent
    ? { rows: [], then: { article: '' }, now: { article: '' } }
    : read<{ rows: Row[]; then: { article: string }; now: { article: string } }>('comparison.json');
  const items = isAbsent
    ? []
    : [gold.then.article, gold.now.article].map((id) => {
        const article = articleOf(id);
        return { article, analysis: analyse(article, NORTH_KOREA) };
      });
  const comparison = compareEras(NORTH_KOREA, items);

  it.each(gold.rows)(
    'compare in $factor as the annotator does, or differ as is said above',
    ({ factor, verdict, alt }) => {
      const got = comparison.factors.find((each) => each.factor === factor);
      expect([verdict, alt, DIFFERS[factor]]).toContain(got?.verdict);
    },
  );

  it.each(gold.rows)('hold the evidence that $factor requires', ({ factor, required }) => {
    for (const era of ['then', 'now'] as const) {
      const { sentences } = read<GoldArticle>(`${gold[era].article}.json`);
      const findings = comparison[era].factors.find((each) => each.factor === factor)?.findings;
      for (const id of required[era]) {
        const text = sentences.find((sentence) => sentence.id === id)?.text ?? id;
        expect(findings?.some(({ evidence }) => text.includes(evidence.text))).toBe(true);
      }
    }
  });
});

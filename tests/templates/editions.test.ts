import { describe, expect, test } from 'vitest';
import type { EditionView } from '#lib/briefing/edition-view.ts';
import { allSamples, visible, type Sample } from './all-samples.ts';

const editions = allSamples.filter(({ mail }) => mail === 'edition');

describe.each(editions.map((sample): [string, Sample] => [sample.name, sample]))(
  'the sample %s',
  (_, { data, rendered: { html, text } }) => {
    const view = data as EditionView;

    test('tells then before now', () => {
      for (const { columns } of view.changes)
        expect(columns.map(({ era }) => era)).toEqual(['then', 'now']);
      const [then, now] = view.scale.rows.map(({ reading }) => visible(html).indexOf(reading));
      expect(then).toBeLessThan(now ?? -1);
    });

    test('names the article of each quotation by a number of its sources, with its address', () => {
      const items = view.sources.flatMap((source) => source.items);
      const columns = [...view.changes.flatMap((change) => change.columns), ...view.voices];
      for (const { source } of columns.flatMap(({ quotes }) => quotes))
        expect(items.map(({ number }) => number)).toContain(source);
      for (const { number, url } of items) {
        expect(text).toContain(`[${number}] `);
        if (url !== null) expect(text).toContain(url);
      }
    });

    test('tells the language of words that are quoted', () => {
      const columns = [...view.changes.flatMap((change) => change.columns), ...view.voices];
      const langs = columns.flatMap(({ quotes }) => quotes.map(({ lang }) => lang));
      expect([...html.matchAll(/<blockquote lang="([^"]*)"/g)].map(([, lang]) => lang)).toEqual(
        langs,
      );
    });

    test('has the reader’s own links once in either part', () => {
      for (const { url } of view.footer.links)
        for (const part of [html, text]) expect(part.split(url)).toHaveLength(2);
    });
  },
);

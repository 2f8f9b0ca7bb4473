import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import { articleOf, koreaTopic } from './article-of.ts';

const analysisOf = (body: string) => analyse(articleOf(body), koreaTopic);

const newsWord = fc.constantFrom(
  'Kim',
  'Jong-un',
  'Trump',
  'Kyodo',
  'the',
  'official',
  'officials',
  'said',
  'told',
  'that',
  'adding',
  'according',
  'to',
  'he',
  'she',
  '"',
  '“',
  '”',
  "'",
  '’',
  ',',
  '.',
  '?',
  '…',
  ':',
  '(',
  ')',
  '—',
  'and',
  'U.S.',
  'a',
  'professor',
  'at',
  '\n\n',
  'was',
  'quoted',
  'as',
  'saying',
  'called',
  'with',
  'of',
);
const newsLike = fc.array(newsWord, { maxLength: 80 }).map((words) => words.join(' '));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), newsLike);

describe('whatever the text', () => {
  it('every slice is the text at its offsets, within its bounds', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const { paragraphs, sentences, attributions } = analysisOf(body);
        for (const { start, end, text } of [
          ...paragraphs,
          ...sentences,
          ...attributions.flatMap(({ content }) => content),
        ]) {
          expect(body.slice(start, end)).toBe(text);
          expect(text.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sentences follow one another without overlap, inside their paragraphs', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const { paragraphs, sentences } = analysisOf(body);
        sentences.forEach(({ start, end, paragraph }, index) => {
          expect(start).toBeGreaterThanOrEqual(
            Math.max(sentences[index - 1]?.end ?? 0, paragraphs[paragraph]?.start ?? 0),
          );
          expect(end).toBeLessThanOrEqual(paragraphs[paragraph]?.end ?? 0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a second reading finds the same, whatever was read between', () => {
    fc.assert(
      fc.property(newsLike, newsLike, (one, other) => {
        const bytesOf = (body: string) => JSON.stringify(analysisOf(body));
        const inOrder = [bytesOf(one), bytesOf(other)];
        const turned = [bytesOf(other), bytesOf(one)];
        expect(turned.reverse()).toEqual(inOrder);
      }),
      { numRuns: 50 },
    );
  });

  it('every attribution names a sentence of the article', () => {
    fc.assert(
      fc.property(newsLike, (body) => {
        const { sentences, attributions } = analysisOf(body);
        for (const { sentence, content } of attributions)
          expect(sentences[sentence]?.start).toBeLessThanOrEqual(content[0]?.start ?? -1);
      }),
      { numRuns: 100 },
    );
  });
});

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

  it('a second reading finds the same', () => {
    fc.assert(
      fc.property(newsLike, (body) => {
        expect(analysisOf(body)).toEqual(analysisOf(body));
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

describe('texts that are no prose are read to the end', () => {
  const repeat = (text: string, times: number) => () => text.repeat(times);
  it.each([
    ['an empty body', repeat('', 1)],
    ['one word of a megabyte', repeat('a', 1_000_000)],
    ['a sentence of 100,000 words', repeat('official said ', 50_000)],
    ['10,000 quotations', repeat('"We will see," Kim said. ', 10_000)],
    ['nothing but quotation marks', repeat('"', 100_000)],
    ['nothing but stops', repeat('.', 100_000)],
    ['Korean', repeat('양측은 대화를 재개하지 않았다. ', 1_000)],
    ['a script from right to left', repeat('قال الوزير إن المحادثات توقفت. ', 1_000)],
    ['markup', repeat('<p class="x">"We wait," said Kim.</p> ', 1_000)],
  ])('%s', (_, body) => {
    expect(analysisOf(body()).articleId).toBe('article-of-a-test');
  });
});

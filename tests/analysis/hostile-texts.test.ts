import { describe, expect, it } from 'vitest';
import { analyse } from '#lib/analysis/analyse.ts';
import type { Analysis } from '#lib/analysis/analysis.ts';
import { articleOf, koreaTopic } from './article-of.ts';

/** A reading that takes more than linear time does not come to an end within this. */
const STALL_MS = 60_000;

const analysisOf = (body: string) => analyse(articleOf(body), koreaTopic);
const repeat = (text: string, times: number) => () => text.repeat(times);

const HOSTILE: [name: string, body: () => string][] = [
  ['an empty body', repeat('', 1)],
  ['one word of a megabyte', repeat('a', 1_000_000)],
  ['one name of a megabyte', repeat('A', 1_000_000)],
  ['a megabyte of hyphens', repeat('a-', 500_000)],
  ['a megabyte of spaces', () => `Kim said${' '.repeat(1_000_000)}it was over.`],
  [
    'a sentence of 100,000 words about the talks',
    repeat('Kim will not talk to Trump now, ', 14_300),
  ],
  ['a sentence of 100,000 cues', repeat('official said ', 50_000)],
  ['a claim within a claim 10,000 times', repeat('Kim said that Trump said that ', 5_000)],
  ['10,000 quotations', repeat('"We will see," Kim said. ', 10_000)],
  ['2,000 quotations that never close', repeat('"We will see, Kim said. ', 2_000)],
  ['nothing but straight quotation marks', repeat('"', 100_000)],
  ['nothing but opening quotation marks', repeat('“', 100_000)],
  ['nothing but apostrophes', repeat("'s ", 100_000)],
  ['nothing but brackets', repeat('(', 100_000)],
  ['nothing but stops', repeat('.', 100_000)],
  ['2,000 sentences without a quotation mark', repeat('The envoys met in Oslo again. ', 2_000)],
  ['2,000 paragraphs', repeat('The envoys met in Oslo again.\n\n', 2_000)],
  ['Korean', repeat('양측은 대화를 재개하지 않았다. ', 1_000)],
  ['a script from right to left', repeat('قال الوزير إن المحادثات توقفت. ', 1_000)],
  [
    'marks that turn the direction of writing',
    repeat('\u202eKim said\u202c \u2067it was over\u2069. ', 1_000),
  ],
  ['markup', repeat('<p class="x">"We wait," said Kim.</p> ', 1_000)],
  ['halves of characters', repeat('Kim said \ud83d it was over. ', 1_000)],
];

/** What was found, as texts: each must stand in the body at its offsets. */
function slicesOf({ paragraphs, sentences, attributions }: Analysis) {
  const content = attributions.flatMap((attribution) => attribution.content);
  return [...paragraphs, ...sentences, ...content, ...sentences.flatMap((s) => s.likelihood)];
}

describe('a hostile text is read to the end, and every finding stands in it', () => {
  it.each(HOSTILE)(
    '%s',
    (_, make) => {
      const body = make();
      const altered = slicesOf(analysisOf(body)).filter(
        ({ start, end, text }) => text === '' || body.slice(start, end) !== text,
      );
      expect(altered).toEqual([]);
    },
    STALL_MS,
  );
});

describe('a text of a strange form', () => {
  it('has no findings where it is empty', () => {
    expect(analysisOf('')).toEqual({
      articleId: 'article-of-a-test',
      paragraphs: [],
      sentences: [],
      attributions: [],
      references: [],
    });
  });

  it('has no voices where it is nothing but quotation marks', () => {
    for (const mark of ['"', '“', '”', "'", '« '])
      expect(analysisOf(mark.repeat(1_000)).attributions).toEqual([]);
  });

  it('has no quotations where it has no quotation marks', () => {
    const { attributions } = analysisOf('Kim said the talks were over. Trump said he would wait.');
    expect(attributions.map(({ type, speaker }) => [type, speaker])).toEqual([
      ['indirect', 'Kim Jong-un'],
      ['indirect', 'Donald Trump'],
    ]);
  });

  it('has each of its quotations, however many they are', () => {
    for (const times of [1, 10, 100, 1_000]) {
      const { attributions } = analysisOf('"We will see," Kim said. '.repeat(times));
      expect(attributions).toHaveLength(times);
      expect(new Set(attributions.map(({ speaker }) => speaker))).toEqual(new Set(['Kim Jong-un']));
    }
  });

  it('keeps markup out of the names of its speakers', () => {
    const { attributions } = analysisOf(
      '<p>"We wait," said <b>Anna Berg</b>.</p> <script>x = "said Kim"</script>',
    );
    for (const { speaker } of attributions) expect(speaker ?? '').not.toMatch(/[<>=]/u);
  });

  it.each([
    ['Korean', '김정은은 트럼프와 다시 만나지 않겠다고 말했다. "우리는 기다린다"고 그는 말했다.'],
    ['Arabic', 'قال الوزير إن المحادثات توقفت. "سننتظر" قال المتحدث.'],
  ])('says nothing of the talks in %s', (_, body) => {
    const { sentences, attributions } = analysisOf(body);
    expect(sentences.flatMap(({ factors }) => factors)).toEqual([]);
    expect(attributions.filter(({ speaker }) => speaker !== null)).toEqual([]);
  });
});

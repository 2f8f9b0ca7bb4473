import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '#lib/article/article-draft.ts';
import { readDump } from '#lib/article/dump/read-dump.ts';
import { markedPage, pageNames } from './marked-page.ts';

function draftOf(name: string): ArticleDraft {
  const draft = readDump(markedPage(name).page, null);
  if (!draft) throw new Error(`no article in ${name}`);
  return draft;
}

describe('readDump', () => {
  it.each(pageNames)('finds exactly the body of %s', (name) => {
    const { page, body } = markedPage(name);
    const { paragraphs } = draftOf(name);
    expect(paragraphs).toEqual(body);
    for (const paragraph of paragraphs) expect(page).toContain(paragraph);
  });

  it.each([
    ['wire-agency', 'Envoys to meet in Oslo as talks on the harbour treaty restart: source'],
    ['blog', 'Why the treaty will not come back this year'],
    ['comments-page', 'Envoys trade blame as second round collapses'],
    ['inserts', 'Port closures cast doubt on treaty talks'],
    ['korean-english', '[INTERVIEW] Treaty talks likely to resume after election, ex-envoy says'],
    ['captions-glued', 'Harbour Daily: Ministers Weigh New Round of Treaty Talks'],
    ['lists-before-and-after', "Treaty envoys 'closer than ever', mediator says"],
    ['spaced-video', "What a broken winch means for the island's winter"],
    ['summary-above-byline', "Lighthouse keeper: no lamp this year, but 'perhaps a candle'"],
    ['headline-opens-lead', 'Harbour office finds its missing anchor in a garden'],
    ['wrapped', 'PORTS REOPEN AS ENVOYS AGREE ON REPAIRS'],
  ])('finds the headline of %s', (name, headline) => {
    expect(draftOf(name).headline).toBe(headline);
  });

  it.each([
    ['wire-agency', ['Ida Brandt']],
    ['blog', ['Ann Lee']],
    ['comments-page', ['Ann Lee', 'Bob Ray']],
    ['inserts', ['Nina Olsen']],
    ['lists-before-and-after', ['Lena Holm']],
    ['captions-glued', []],
  ])('finds who wrote %s', (name, authors) => {
    expect(draftOf(name).authors).toEqual(authors);
  });

  it.each([
    ['wire-agency', 'Reuters'],
    ['inserts', 'The Northern Post'],
    ['korean-english', 'The Harbour Times'],
    ['captions-glued', 'The Varnes Economy'],
    ['lists-before-and-after', 'The Coast Courier'],
    ['spaced-video', 'CNN'],
    ['blog', null],
  ])('finds who published %s', (name, publisher) => {
    expect(draftOf(name).publisher).toBe(publisher);
  });

  it('takes a labelled date over the day on which the page was captured', () => {
    const { published, modified, unlabelledDate } = draftOf('lists-before-and-after');
    expect(published).toMatchObject({ day: '2023-02-01', time: '08:30' });
    expect(modified).toMatchObject({ day: '2023-02-01', time: '11:15' });
    expect(unlabelledDate?.day).toBe('2024-05-12');
  });

  it('takes no date from a list of other stories', () => {
    expect(draftOf('blog').published?.day).toBe('2022-06-03');
  });

  it('puts captions aside, each once, also one that interrupts the body', () => {
    expect(draftOf('lists-before-and-after').captions).toEqual([
      'The mediator, Hanna Voss, speaks to reporters in Oslo, Jan. 31, 2023. EPA-Yonhap',
      'Fishing boats lie at the quay of Varnes on Sunday. AP-Yonhap',
    ]);
    expect(draftOf('captions-glued').captions).toHaveLength(1);
  });

  it('puts sub-headings aside with the paragraph that they stand before', () => {
    expect(draftOf('numbered-list').subheadings).toEqual([
      { text: 'What is it?', beforeParagraph: 1 },
      { text: 'Who wants it back?', beforeParagraph: 2 },
    ]);
    expect(draftOf('inserts').subheadings.map(({ text }) => text)).toEqual(['Who gains']);
  });

  it('keeps the line under the headline', () => {
    expect(draftOf('captions-glued').alternativeHeadline).toContain(
      'Working group set up in secret',
    );
  });

  it('keeps the beginning of a paragraph at which a page was cut off', () => {
    const page =
      'Envoys met in Oslo on Monday, officials of both states said.\nThey are to meet again in the spr';
    expect(readDump(page, null)?.paragraphs).toEqual(page.split('\n'));
  });

  it('reads a bare text that has nothing around its paragraphs', () => {
    const page =
      'The envoys of both coastal states met in Oslo on Monday.\n\nNobody was surprised.\n';
    expect(readDump(page, null)).toMatchObject({
      headline: null,
      published: null,
      paragraphs: [
        'The envoys of both coastal states met in Oslo on Monday.',
        'Nobody was surprised.',
      ],
    });
  });

  it('finds no article in a menu', () => {
    expect(readDump('Home\nNews\n  • Sport\n  • Weather\n', null)).toBeNull();
  });

  it('returns verbatim slices of any text, in their order', () => {
    const piece = fc.constantFrom(
      'The envoys of both coastal states met in Oslo on Monday.',
      'Nobody knows.',
      'By Ann Lee',
      'May 3, 2024',
      '  • Sport',
      'Related',
      '© 2024 The Post. All rights reserved.',
      '“We learned about it from the radio,” one of the envoys said.',
      '',
      '1. First, the ports must open again.',
      'A caption of a picture. AP-Yonhap',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        const page = lines.join('\n');
        let from = 0;
        for (const paragraph of readDump(page, null)?.paragraphs ?? []) {
          const at = page.indexOf(paragraph, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + paragraph.length;
        }
      }),
    );
  });
});

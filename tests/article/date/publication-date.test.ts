import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '#lib/article/article-draft.ts';
import { publicationDate } from '#lib/article/date/publication-date.ts';
import { readStatedDate } from '#lib/article/date/stated-date.ts';

function draft(changes: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    headline: 'Envoys meet',
    alternativeHeadline: null,
    authors: [],
    publisher: null,
    url: null,
    inLanguage: null,
    published: null,
    modified: null,
    unlabelledDate: null,
    paragraphs: ['The envoys met on Monday.'],
    subheadings: [],
    captions: [],
    ...changes,
  };
}

const clues = { timeZone: 'Asia/Seoul', source: 'page.txt' };
const dated = (text: string) => readStatedDate(text);
/** The text alone puts it between 7 November 2020 and 19 January 2021. */
const paragraphs = ['Envoys await President-elect Joe Biden, a diplomat said.'];

describe('publicationDate', () => {
  it('is what the page states, before everything else', () => {
    const date = publicationDate(
      draft({ published: dated('2020-05-05 17:23'), url: 'https://a.example/2020/05/06/x' }),
      clues,
    );
    expect(date).toEqual({ datePublished: '2020-05-05T17:23:00+09:00', inferred: null });
  });

  it('covers both readings of figures where the outlet is unknown, and says so', () => {
    const published = dated('06/07/2020');
    expect(publicationDate(draft({ published }), clues)?.datePublished).toBe('2020-07-06');
    expect(publicationDate(draft({ published }), { ...clues, timeZone: null })).toEqual({
      datePublished: '2020-06-07',
      inferred: {
        value: '2020-06-07',
        precision: 'day',
        earliest: '2020-06-07',
        latest: '2020-07-06',
        method: expect.stringContaining('figures that can be read two ways'),
        evidence: '06/07/2020',
      },
    });
  });

  it('comes from the address where the page states none, and is then inferred', () => {
    const date = publicationDate(draft({ url: 'https://a.example/2020/05/06/x' }), clues);
    expect(date?.datePublished).toBe('2020-05-06');
    expect(date?.inferred).toMatchObject({ precision: 'day', evidence: '2020/05/06' });
  });

  it('comes from the date of change where that is all the page states', () => {
    const date = publicationDate(draft({ modified: dated('Updated: May 6, 2020') }), clues);
    expect(date?.inferred?.method).toContain('updated');
  });

  it('takes a date above the headline that fits the text', () => {
    const unlabelledDate = dated('November 14, 2020');
    expect(publicationDate(draft({ unlabelledDate, paragraphs }), clues)?.datePublished).toBe(
      '2020-11-14',
    );
  });

  it('passes over a date above the headline that the text contradicts', () => {
    const unlabelledDate = dated('Tue, March 28, 2023 | 02:16');
    expect(publicationDate(draft({ unlabelledDate, paragraphs }), clues)?.inferred?.latest).toBe(
      '2021-01-19',
    );
  });

  it('keeps to the month in the address', () => {
    const url = 'https://a.example/2019/11/talks/';
    const unlabelledDate = dated('September 25, 2020');
    expect(publicationDate(draft({ url, unlabelledDate }), clues)?.inferred).toMatchObject({
      precision: 'month',
      earliest: '2019-11-01',
      latest: '2019-11-30',
    });
  });

  it('takes a file name’s date within what the text allows, else what the text allows', () => {
    const named = (source: string) => publicationDate(draft({ paragraphs }), { ...clues, source });
    expect(named('2020-11-14-page.txt')?.datePublished).toBe('2020-11-14');
    expect(named('captured-2023-03-28.txt')?.inferred?.precision).toBe('year');
  });

  it('is null where nothing dates the page', () => {
    expect(publicationDate(draft(), clues)).toBeNull();
  });
});

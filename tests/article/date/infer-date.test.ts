import { describe, expect, it } from 'vitest';
import anchors from '#lib/article/date/date-anchors.json' with { type: 'json' };
import { inferDate } from '#lib/article/date/infer-date.ts';

describe('inferDate', () => {
  it('finds day and month of "on the 27th" after the newest day that the text looks back on', () => {
    const date = inferDate([
      'The daily reported on the 12th (local time) that the second Trump administration wants talks.',
      'Since returning to the White House in January, the president has spoken of it twice.',
      'He did so on February 3 and again on March 30, officials said.',
    ]);
    expect(date).toMatchObject({
      value: '2025-04-13',
      precision: 'day',
      earliest: '2025-04-12',
      latest: '2025-04-13',
    });
    expect(date?.evidence).toContain('second Trump administration');
    expect(date?.evidence).toContain('March 30');
    expect(date?.evidence).toContain('on the 12th (local time)');
  });

  it('finds the year of a dateline by who was in office, and the day by the weekday', () => {
    const date = inferDate([
      'SEOUL, July 2 (Wire) -- Experts said Thursday that President Moon Jae-in expects little of Deputy Secretary of State Stephen Biegun.',
    ]);
    expect(date).toMatchObject({ earliest: '2020-07-02', latest: '2020-07-03', precision: 'day' });
  });

  it('gives a span of months where the text gives no more', () => {
    const date = inferDate(['Envoys await President-elect Joe Biden, a diplomat said.']);
    expect(date).toMatchObject({ precision: 'year', earliest: '2020-11-07', latest: '2021-01-19' });
  });

  it('lets no year that a text looks back on come after it', () => {
    const text =
      'President Joe Biden spoke of the treaty, which lapsed in June 2024, officials said.';
    expect(inferDate([text])).toMatchObject({ earliest: '2024-06-01', latest: '2025-01-19' });
  });

  it('does not take a year ahead for one that has been', () => {
    const text = 'President-elect Joe Biden will not finish it by 2024, officials said.';
    expect(inferDate([text])?.earliest).toBe('2020-11-07');
  });

  it('follows the most of its words where one looks back on another time', () => {
    const text = [
      'The daily reported on June 11 that the second Trump administration sent a letter.',
      'Its authors recall how President Moon Jae-in carried messages.',
      'President Lee Jae-myung said nothing about it.',
    ];
    expect(inferDate(text, new Date('2025-12-01T00:00:00Z'))).toMatchObject({
      value: '2025-06-11',
    });
  });

  it('gives no date where the same day may be that of several years', () => {
    const text = [
      'The daily reported on June 11 that the second Trump administration sent a letter.',
    ];
    expect(inferDate(text, new Date('2027-12-01T00:00:00Z'))).toBeNull();
  });

  it('gives no date to words that exclude each other', () => {
    const text = ['President Biden succeeded Secretary of State Pompeo, the old page said.'];
    expect(inferDate(text)).toBeNull();
  });

  it('ends at the clock where one is given', () => {
    const text = ['Former President Biden spoke of the treaty, his office said.'];
    expect(inferDate(text)).toBeNull();
    expect(inferDate(text, new Date('2025-06-01T00:00:00Z'))).toMatchObject({
      earliest: '2025-01-20',
      latest: '2025-06-02',
      precision: 'year',
    });
  });

  it('says nothing of a text without anything to date it', () => {
    expect(inferDate(['The envoys met on Monday.', 'They will meet again on May 4.'])).toBeNull();
    expect(inferDate([])).toBeNull();
  });
});

describe('date anchors', () => {
  it.each(anchors)('are patterns with spans in order: $why', ({ words, spans }) => {
    expect(() => new RegExp(words)).not.toThrow();
    for (const [from, to] of spans) {
      expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (to) expect(to > (from ?? '')).toBe(true);
    }
  });
});

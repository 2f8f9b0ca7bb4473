import { describe, expect, it } from 'vitest';
import { inZone, readStatedDate, settleFigures, toIso } from '#lib/article/date/stated-date.ts';

function iso(text: string, timeZone: string | null = null): string | null {
  const date = readStatedDate(text);
  return date && toIso(settleFigures(date, timeZone), timeZone);
}

describe('readStatedDate', () => {
  it.each([
    ['Posted : 2020-05-05 17:23', '2020-05-05T17:23:00+09:00'],
    ['2020.05.05 17:23', '2020-05-05T17:23:00+09:00'],
    ['All News 14:49 January 10, 2020', '2020-01-10T14:49:00+09:00'],
    ['July 29, 2025 / 2:47 AM', '2025-07-29T02:47:00+09:00'],
    ['Published: 22 Oct. 2025, 08:47', '2025-10-22T08:47:00+09:00'],
    ['Tue, March 28, 2023 | 02:16', '2023-03-28T02:16:00+09:00'],
    ['March 5, 2021', '2021-03-05'],
  ])('reads %j on the clock of the outlet', (text, expected) => {
    expect(iso(text, 'Asia/Seoul')).toBe(expected);
  });

  it('keeps an offset that is stated', () => {
    expect(iso('2020-05-05T17:23:00+01:00', 'Asia/Seoul')).toBe('2020-05-05T17:23:00+01:00');
    expect(iso('2020-05-05T17:23:00.123-0400')).toBe('2020-05-05T17:23:00-04:00');
    expect(iso('May 5, 2020 5:23 p.m. EDT')).toBe('2020-05-05T17:23:00-04:00');
  });

  it('shows a UTC instant on the clock of the outlet, whose day is the day of publication', () => {
    expect(iso('2020-05-05T23:30:00Z', 'Asia/Seoul')).toBe('2020-05-06T08:30:00+09:00');
  });

  it('knows summer time', () => {
    expect(iso('2020-01-05 12:00', 'America/New_York')).toBe('2020-01-05T12:00:00-05:00');
    expect(iso('2020-07-05 12:00', 'America/New_York')).toBe('2020-07-05T12:00:00-04:00');
  });

  it('leaves the time out where nobody says in which zone it is', () => {
    expect(iso('2020-05-05 17:23')).toBe('2020-05-05');
  });

  it('reads figures as the outlet writes them', () => {
    expect(iso('05/06/2020', 'Asia/Seoul')).toBe('2020-06-05');
    expect(iso('05/06/2020', 'America/New_York')).toBe('2020-05-06');
  });

  it.each([
    ['05/06/2020', '2020-06-05'],
    ['5.6.2020 17:23', '2020-06-05'],
    ['05/05/2020', undefined],
    ['05/16/2020', undefined],
    ['16/05/2020', undefined],
    ['2020.05.06', undefined],
    ['May 6, 2020', undefined],
  ])('keeps both readings of %j where there are two', (text, dayFirst) => {
    expect(readStatedDate(text)?.dayFirst).toBe(dayFirst);
  });

  it.each(['Updated 2 hours ago', 'Monday', 'May 5', 'in 2020', '2020-13-45', 'now', ''])(
    'finds no complete date in %j',
    (text) => {
      expect(readStatedDate(text)).toBeNull();
    },
  );

  it('keeps the words it was read from', () => {
    expect(readStatedDate('July 29, 2025 / 2:47 AM')?.words).toBe('July 29, 2025 / 2:47 AM');
  });
});

describe('inZone', () => {
  it('is the same instant', () => {
    expect(Date.parse(inZone('2020-05-05T08:23:00Z', 'Asia/Kolkata'))).toBe(
      Date.parse('2020-05-05T08:23:00Z'),
    );
  });
});

import { dayNumber, isoDay, monthNumber } from './day.ts';

/** The days that an address leaves open, both ends belonging, with the part of it that says so. */
export interface AddressDate {
  earliest: string;
  latest: string;
  words: string;
}

/** "/2025/06/11/", "/2025/oct/8/", "2025-10-22", "20250611" at the head of a number. */
const WRITTEN = /(?<!\d)((?:19|20)\d{2})[-/._]([01]?\d|[a-z]{3,9})[-/._]([0-3]?\d)(?!\d)/gi;
const RUN_TOGETHER = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d*(?:\D|$))/g;

/** "/2025/06/": outlets that file by month. */
const MONTH_ONLY = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])\//;

/**
 * The publication day, or month, that an address or file name carries, or null. Outlets put it into
 * their paths (`/2025/06/11/`) and article numbers (`AEN20200110005400325`).
 */
export function addressDate(address: string): AddressDate | null {
  for (const pattern of [WRITTEN, RUN_TOGETHER])
    for (const [words, year, month, date] of address.matchAll(pattern)) {
      const day = toDay(year ?? '', month ?? '', date ?? '');
      if (day) return { earliest: day, latest: day, words };
    }
  return addressMonth(address);
}

function addressMonth(address: string): AddressDate | null {
  const [words, year, month] = MONTH_ONLY.exec(address) ?? [];
  if (!words) return null;
  const earliest = `${year}-${month}-01`;
  const next = Number(month) === 12 ? [Number(year) + 1, 1] : [Number(year), Number(month) + 1];
  const following = `${next[0]}-${String(next[1]).padStart(2, '0')}-01`;
  return { earliest, latest: isoDay(dayNumber(following) - 1), words };
}

function toDay(year: string, month: string, date: string): string | null {
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  const day = `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = dayNumber(day);
  return !Number.isNaN(at) && isoDay(at) === day ? day : null;
}

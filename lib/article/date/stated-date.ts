import { strict, type ParsedResult } from 'chrono-node';

/** A date as a page states it: the day, and the time of day and offset where they stand with it. */
export interface StatedDate {
  /** ISO day; of figures such as 05/06/2020 the one that they give month first. */
  day: string;
  /** The day that the figures give day first, where that is another. */
  dayFirst?: string;
  /** "17:23", or null. */
  time: string | null;
  /** Minutes ahead of UTC, or null where the page does not say. */
  offsetMinutes: number | null;
  /** The words it was read from. */
  words: string;
}

const ISO =
  /\b(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;

/** Abbreviations with one meaning only, in minutes ahead of UTC. "IST" and "CST" are several zones each. */
const OFFSETS: Record<string, number> = {
  KST: 540,
  JST: 540,
  HKT: 480,
  GMT: 0,
  UTC: 0,
  CET: 60,
  CEST: 120,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};

/** No clock: a date counts only where day, month and year are all stated. */
const ANY_REFERENCE = new Date(0);

/** The first complete date in a piece of text, or null. */
export function readStatedDate(text: string): StatedDate | null {
  return isoDate(text) ?? writtenDate(text);
}

/**
 * A date whose figures are read as its outlet writes them: month first in America, day first
 * elsewhere. Where the outlet is unknown, both readings stay.
 */
export function settleFigures(
  { dayFirst, ...date }: StatedDate,
  timeZone: string | null,
): StatedDate {
  if (dayFirst === undefined) return date;
  if (timeZone === null) return { ...date, dayFirst };
  return timeZone.startsWith('America/') ? date : { ...date, day: dayFirst };
}

/** A date as ISO text: with time and offset where both are known or follow from the zone, else the day. */
export function toIso({ day, time, offsetMinutes }: StatedDate, timeZone: string | null): string {
  if (time === null) return day;
  if (offsetMinutes === 0 && timeZone) return inZone(`${day}T${time}:00Z`, timeZone);
  const minutes = offsetMinutes ?? (timeZone ? zoneOffset(`${day}T${time}:00Z`, timeZone) : null);
  return minutes === null ? day : `${day}T${time}:00${formatOffset(minutes)}`;
}

/** The same instant as the clock of a zone shows it: "2020-05-05T17:23:00+09:00". */
export function inZone(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  const minutes = offsetAt(at, timeZone);
  return new Date(at + minutes * 60_000).toISOString().slice(0, 19) + formatOffset(minutes);
}

function isoDate(text: string): StatedDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [words, year, month, date, hour, minute, offset] = match;
  const day = `${year}-${month}-${date}`;
  if (!isDay(day)) return null;
  return {
    day,
    time: hour && minute ? `${hour}:${minute}` : null,
    offsetMinutes: offset ? parseOffset(offset) : abbreviation(text, match.index + words.length),
    words: words.trim(),
  };
}

function writtenDate(text: string): StatedDate | null {
  const dotted = text.replace(/\b(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)/, '$1-$2-$3');
  const found = strict.parse(dotted, ANY_REFERENCE).find(isComplete);
  if (!found) return null;
  const { start } = found;
  const clock = CLOCK.exec(text);
  return {
    day: [start.get('year'), start.get('month'), start.get('day')].map(twoDigits).join('-'),
    ...readDayFirst(found),
    time: clock && timeOf(clock),
    offsetMinutes: clock && abbreviation(text, clock.index),
    words: wordsOf(text, dotted.slice(found.index, found.index + found.text.length), clock),
  };
}

/** 05/06/2020 is 5 June, too; 06/06/2020 and 05/16/2020 can be read in one way only. */
function readDayFirst({ start, text }: ParsedResult): Pick<StatedDate, 'dayFirst'> {
  const [, first, second] = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{2}/.exec(text) ?? [];
  if (!first || !second || Number(first) === Number(second)) return {};
  if (Math.max(Number(first), Number(second)) > 12) return {};
  return { dayFirst: [start.get('year'), Number(second), Number(first)].map(twoDigits).join('-') };
}

/** "17:23", "5:23 p.m.", "5 PM". The date's own parser loses some that stand before the date. */
const CLOCK =
  /\b(?:([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?|(1[0-2]|[1-9])(?=\s*[ap]\.?m\b))(?:\s*([ap])\.?m\b)?/i;

function timeOf([, hours, minutes, wholeHours, half]: RegExpExecArray): string {
  const hour = Number(hours ?? wholeHours);
  const hour24 = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return `${twoDigits(hour24)}:${minutes ?? '00'}`;
}

/** From the date to the time of day, whichever comes first. */
function wordsOf(text: string, date: string, clock: RegExpExecArray | null): string {
  const at = text.indexOf(date);
  if (at < 0) return text.trim();
  const start = clock ? Math.min(at, clock.index) : at;
  const end = clock ? Math.max(at + date.length, clock.index + clock[0].length) : at + date.length;
  return text.slice(start, end).trim();
}

/** With its year written out: "2 hours ago" counts from a clock that is not the page's. */
function isComplete({ start, text }: ParsedResult): boolean {
  return (
    /\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/.test(text) &&
    (['year', 'month', 'day'] as const).every((part) => start.isCertain(part))
  );
}

function abbreviation(text: string, from: number): number | null {
  const name = /\b([A-Z]{3,4})\b/.exec(text.slice(from, from + 40))?.[1];
  return name === undefined ? null : (OFFSETS[name] ?? null);
}

function parseOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The offset of a zone at a wall-clock time (given as if it were UTC), in minutes. */
function zoneOffset(wallClock: string, timeZone: string): number {
  const guess = offsetAt(Date.parse(wallClock), timeZone);
  return offsetAt(Date.parse(wallClock) - guess * 60_000, timeZone);
}

function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? 0 : parseOffset(name);
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function twoDigits(number: number | null): string {
  return String(number ?? 0).padStart(2, '0');
}

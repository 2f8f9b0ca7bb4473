import anchors from './date-anchors.json' with { type: 'json' };
import { dayMentions, type DayMentions } from './day-mentions.ts';
import { dayNumber, isoDay, monthAndDay, weekdayOf } from './day.ts';

/** A publication date that a page does not state, worked out from its words. Days are ISO, both ends belong. */
export interface InferredDate {
  value: string;
  precision: 'day' | 'month' | 'year';
  earliest: string;
  latest: string;
  /** How it was worked out, as a sentence for the reader. */
  method: string;
  /** The words of the page that it rests on, parted by " · ". */
  evidence: string;
}

/** The first day that is thought of, and how far ahead where no clock is given. */
const EARLIEST_DAY = dayNumber('2000-01-01');
const LATEST_DAY = dayNumber('2035-12-31');

/** Widest ranges, in days, that still count as a day, a month or a year. */
const SPAN = { day: 2, month: 31, year: 366 };

/** A day without its month is in the month after the newest day that is named with one. */
const DAY_WITHOUT_MONTH_REACH = 31;

/**
 * Works out when a text was published from what it says: who holds which office and what has already
 * happened (`date-anchors.json`), years it looks back on, its dateline, the day and weekday of the
 * news, and the newest day that it looks back on. Null where that leaves more than a year open.
 * `now`, where given, is the last day possible.
 */
export function inferDate(paragraphs: readonly string[], now?: Date): InferredDate | null {
  const text = paragraphs.join('\n\n');
  const mentions = dayMentions(paragraphs);
  const last = now ? Math.floor(now.getTime() / 86_400_000) + 1 : LATEST_DAY;
  const { days, evidence } = anchoredDays(text, mentions.floor?.day ?? EARLIEST_DAY, last);
  if (days.length === 0) return null;
  const narrowed = narrow(days, mentions);
  const words = [...evidence, ...narrowed.evidence];
  return words.length === 0 ? null : summary(narrowed.days, mentions, words);
}

/** The days on which the most of a text's anchors hold together: "then President Moon" may contradict the others. */
function anchoredDays(text: string, from: number, to: number): Candidates {
  const found = anchors.flatMap(({ words, spans }) => {
    const match = new RegExp(words).exec(text);
    return match ? [{ words: match[0].trim(), spans: spans.map(toDays) }] : [];
  });
  const held = (day: number) =>
    found.filter(({ spans }) => spans.some(([a, b]) => day >= a && day < b));
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const counts = all.map((day) => held(day).length);
  const most = Math.max(0, ...counts);
  if (most === 0) return { days: [], evidence: [] };
  const days = all.filter((_, index) => counts[index] === most);
  return { days, evidence: held(days[0] ?? 0).map(({ words }) => words) };
}

interface Candidates {
  days: number[];
  evidence: string[];
}

/** The end of a span is the first day after it: on a day of handing over, only the successor holds. */
function toDays([from, to]: (string | null)[]): [number, number] {
  return [from ? dayNumber(from) : EARLIEST_DAY, to ? dayNumber(to) : Number.POSITIVE_INFINITY];
}

function narrow(days: number[], mentions: DayMentions): Candidates {
  const floored = afterPastDays(days, mentions);
  const reported = onReportDay(floored, mentions);
  return onWeekday(reported, mentions);
}

/**
 * The month of "on the 27th": each day behind the article is taken where it first falls in the
 * range, and the news comes within a month of the last of them.
 */
function afterPastDays(days: number[], { past, dateline, report }: DayMentions): Candidates {
  const [from] = days;
  if (from === undefined || dateline || !report || report.month) return { days, evidence: [] };
  let newest: { day: number; words: string } | null = null;
  for (const { month, day, words } of past) {
    const at = days.find((number) => isMonthDay(number, month, day));
    if (at !== undefined && at - from < SPAN.year && (!newest || at > newest.day))
      newest = { day: at, words };
  }
  if (!newest) return { days, evidence: [] };
  const { day, words } = newest;
  const last = day + DAY_WITHOUT_MONTH_REACH;
  return { days: days.filter((number) => number >= day && number <= last), evidence: [words] };
}

function onReportDay(
  { days, evidence }: Candidates,
  { dateline, report }: DayMentions,
): Candidates {
  const said = dateline ?? report;
  if (!said) return { days, evidence };
  const { month, day, words } = said;
  const on = days.filter(
    (number) => isMonthDay(number, month, day) || isMonthDay(number - 1, month, day),
  );
  return on.length > 0 ? { days: on, evidence: [...evidence, words] } : { days, evidence };
}

/** News of a weekday is printed on it or on the day after. */
function onWeekday(
  { days, evidence }: Candidates,
  { weekday, dateline, report }: DayMentions,
): Candidates {
  if (!weekday || !(dateline ?? report)) return { days, evidence };
  const on = days.filter((number) =>
    [0, 1].includes((weekdayOf(number) - weekday.weekday + 7) % 7),
  );
  return on.length > 0 ? { days: on, evidence: [...evidence, weekday.words] } : { days, evidence };
}

function summary(days: number[], { report }: DayMentions, evidence: string[]): InferredDate | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const precision = precisionOf(last - first);
  if (!precision) return null;
  const value = precision === 'day' && report?.elsewhere ? last : first;
  return {
    value: isoDay(value),
    precision,
    earliest: isoDay(first),
    latest: isoDay(last),
    method: 'worked out from offices, events and days that the text names',
    evidence: [...new Set(evidence)].join(' · '),
  };
}

function precisionOf(span: number): InferredDate['precision'] | null {
  if (span <= SPAN.day) return 'day';
  if (span <= SPAN.month) return 'month';
  return span <= SPAN.year ? 'year' : null;
}

function isMonthDay(number: number, month: number | null, day: number): boolean {
  const at = monthAndDay(number);
  return at.day === day && (month === null || at.month === month);
}

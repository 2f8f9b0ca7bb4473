import { dayNumber, monthNumber, weekdayNumber } from './day.ts';

/** What a text says of days, without saying which year it is. Each carries the words it was read from. */
export interface DayMentions {
  /** The day in an agency's dateline: "SEOUL, Jan. 10 (Yonhap) --". */
  dateline: MonthDay | null;
  /** The day on which the news happened, by the lead: "reported on the 27th", "said on June 11". */
  report: ReportDay | null;
  /** The weekday on which somebody said the news, by the lead; 0 is Sunday. */
  weekday: { weekday: number; words: string } | null;
  /** Days without a year that lie behind the article. */
  past: MonthDay[];
  /** The latest day that is named with its year and lies behind the article, as a day number. */
  floor: { day: number; words: string } | null;
}

export interface MonthDay {
  month: number;
  day: number;
  words: string;
}

export interface ReportDay {
  /** Null for "on the 27th". */
  month: number | null;
  day: number;
  words: string;
  /** "(local time)": the outlet's own calendar may show the next day. */
  elsewhere: boolean;
}

const MONTH = String.raw`(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const DATELINE = new RegExp(
  String.raw`^\p{Lu}[^.\n]{1,60}?,? ${MONTH} (\d{1,2})\s*\(\p{Lu}[\p{L} ]{1,30}\)\s*[-–—]`,
  'u',
);
const REPORT = new RegExp(
  String.raw`\bon (?:the (\d{1,2})(?:st|nd|rd|th)|${MONTH} (\d{1,2})(?!\d|,? ?\d{4}))( \(local time\))?`,
);
const YEARLESS = new RegExp(
  String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?\b(?!\d|,? ?\d{4}|:|%)`,
  'g',
);
const DATED = new RegExp(String.raw`\b(?:${MONTH} (?:(\d{1,2}),? )?)?((?:19|20)\d{2})\b`, 'g');
const WEEKDAY =
  /(?<!\b(?:last|next|this|coming|every|previous) )\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

const SAID =
  /\b(?:said|says|told|reported|announced|stated|warned|suggested|expressed|disclosed|revealed|added|held|met|quoted|citing|according)\b/;
const AHEAD =
  /\b(?:will|would|shall|scheduled|upcoming|expected|planned|plans?|set to|slated|due|until|till|by|before|ahead of|next|deadline|later this|coming|could|may|should|if)\b/;

/** Verbs that put all of a sentence after the article. */
const LOOKS_AHEAD = /\b(?:will|scheduled|upcoming)\b/;
const AHEAD_REACH_CHARS = 60;

/** Sentences of the first paragraphs, in which a report says when it happened. */
const LEAD_SENTENCES = 4;

/** Reads the days that a text names. Pure; sentences that look ahead date nothing. */
export function dayMentions(paragraphs: readonly string[]): DayMentions {
  const sentences = paragraphs.flatMap((text) =>
    text.split(/(?<=[a-z0-9)"”]{2}[.!?]["”]?)\s+(?=["“(]?\p{Lu})/u),
  );
  const lead = sentences.slice(0, LEAD_SENTENCES).filter((text) => SAID.test(text));
  return {
    dateline: datelineDay(paragraphs[0] ?? ''),
    report: first(lead, reportDay),
    weekday: first(lead, weekday),
    past: sentences.flatMap(pastDays),
    floor: latest(sentences.flatMap(datedDays)),
  };
}

function first<T>(sentences: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of sentences) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function datelineDay(paragraph: string): MonthDay | null {
  const [words, month, day] = DATELINE.exec(paragraph) ?? [];
  return words && month ? { month: monthNumber(month), day: Number(day), words } : null;
}

function reportDay(sentence: string): ReportDay | null {
  const [words, ordinal, month, day, elsewhere] = REPORT.exec(sentence) ?? [];
  if (!words) return null;
  return {
    month: month ? monthNumber(month) : null,
    day: Number(ordinal ?? day),
    words,
    elsewhere: elsewhere !== undefined,
  };
}

function weekday(sentence: string): DayMentions['weekday'] {
  const [words] = WEEKDAY.exec(sentence) ?? [];
  return words ? { weekday: weekdayNumber(words), words } : null;
}

function pastDays(sentence: string): MonthDay[] {
  return behind(sentence, YEARLESS)
    .map(([words, month, day]) => ({ month: monthNumber(month ?? ''), day: Number(day), words }))
    .filter(({ day }) => day >= 1 && day <= 31);
}

function datedDays(sentence: string): { day: number; words: string }[] {
  return behind(sentence, DATED)
    .map(([words, month, day, year]) => {
      const parts = [year, month ? monthNumber(month) : 1, day ?? 1];
      return {
        day: dayNumber(parts.map((part) => String(part).padStart(2, '0')).join('-')),
        words,
      };
    })
    .filter(({ day }) => !Number.isNaN(day));
}

/** The dates of a sentence that neither its verb nor the words just before them put after the article. */
function behind(sentence: string, dates: RegExp): RegExpExecArray[] {
  if (LOOKS_AHEAD.test(sentence)) return [];
  return [...sentence.matchAll(dates)].filter(
    ({ index }) => !AHEAD.test(sentence.slice(Math.max(0, index - AHEAD_REACH_CHARS), index)),
  );
}

function latest(days: { day: number; words: string }[]): { day: number; words: string } | null {
  return days.reduce<{ day: number; words: string } | null>(
    (best, found) => (!best || found.day > best.day ? found : best),
    null,
  );
}

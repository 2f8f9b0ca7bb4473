import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../templates/wording/en.json' with { type: 'json' };

/** Every fixed word of an edition in one language. Values are ICU messages; `locale` is for dates and lists. */
export type Wording = typeof en;

const WORDINGS: Record<string, Wording> = { en };

/** The wording of a language tag ("en", "en-GB"); English where the language has none yet. */
export function wordingFor(language: string): Wording {
  return WORDINGS[language.split('-', 1)[0] ?? ''] ?? en;
}

const formats = new Map<string, IntlMessageFormat>();

/** Fills an ICU message (https://unicode-org.github.io/icu/userguide/format_parse/messages/) of a wording. */
export function say(
  wording: Wording,
  message: string,
  values: Record<string, string | number> = {},
): string {
  const key = `${wording.locale}\n${message}`;
  const known = formats.get(key);
  const format =
    known ?? new IntlMessageFormat(message, wording.locale, undefined, { ignoreTag: true });
  if (known === undefined) formats.set(key, format);
  return String(format.format(values));
}

/** "contacts, the terms and leverage" */
export function listOf(wording: Wording, items: string[]): string {
  return new Intl.ListFormat(wording.locale).format(items);
}

/** An ISO date as exact as it is known, in words: "5 May 2020", "May 2020", "2020". */
export function dateInWords(wording: Wording, date: string): string {
  const [year, month, day] = date.split('-');
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    ...(year === undefined ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(wording.locale, options).format(new Date(date));
}

/** "Monday, 16 November 2026" */
export function slotInWords(wording: Wording, slot: string): string {
  const options = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(wording.locale, options).format(new Date(slot));
}

import { IntlMessageFormat } from 'intl-messageformat';
import { wordings } from '#templates/wordings';
import en from '../../templates/wording/en.json' with { type: 'json' };

/** Every fixed word of an edition in one language. Values are ICU messages; `locale` is for dates and lists. */
export type Wording = typeof en;

/** Languages beside English, as the build found and checked them. */
const others = wordings as Record<string, Wording>;

/** The wording of a language tag ("ko", "ko-KR"); English where the language has none yet. */
export function wordingFor(language: string, made: Record<string, Wording> = others): Wording {
  return made[language] ?? made[language.split('-', 1)[0] ?? ''] ?? en;
}

/** Languages that have a message file, English first. */
export function wordingLanguages(): string[] {
  // The studio puts an edited English among the others.
  return [...new Set(['en', ...Object.keys(others)])];
}

/** Fills an ICU message (https://unicode-org.github.io/icu/userguide/format_parse/messages/) of a wording. */
export function say(
  { locale }: Wording,
  message: string,
  values: Record<string, string | number> = {},
): string {
  const format = once(
    `${locale} ${message}`,
    () => new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }),
  );
  return String(format.format(values));
}

/** "contacts, the terms and leverage" */
export function listOf({ locale }: Wording, items: string[]): string {
  return once(`${locale} and`, () => new Intl.ListFormat(locale)).format(items);
}

/** "unlikely or likely" */
export function choiceOf({ locale }: Wording, items: string[]): string {
  return once(`${locale} or`, () => new Intl.ListFormat(locale, { type: 'disjunction' })).format(
    items,
  );
}

/** An ISO date as exact as it is known, in words: "5 May 2020", "May 2020", "2020". */
export function dateInWords({ locale }: Wording, date: string): string {
  const [, month, day] = date.split('-');
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  };
  const key = `${locale} date ${date.length}`;
  return once(key, () => new Intl.DateTimeFormat(locale, options)).format(new Date(date));
}

/** The label of an era: a year is written as the language writes years ("2020", "2020년"). */
export function eraInWords(wording: Wording, label: string): string {
  return /^\d{4}$/.test(label) ? dateInWords(wording, label) : label;
}

/** "Monday, 16 November 2026" */
export function slotInWords({ locale }: Wording, slot: string): string {
  const options = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return once(`${locale} slot`, () => new Intl.DateTimeFormat(locale, options)).format(
    new Date(slot),
  );
}

/** "Monday"; days are counted from Sunday, 0. */
export function weekdayInWords({ locale }: Wording, day: number): string {
  const options = { weekday: 'long', timeZone: 'UTC' } as const;
  // 2 January 2000 was a Sunday.
  return once(`${locale} weekday`, () => new Intl.DateTimeFormat(locale, options)).format(
    Date.UTC(2000, 0, 2 + day),
  );
}

/** A language in its own words: "English", "한국어". */
export function languageInWords(language: string): string {
  const names = once(
    `${language} name`,
    () => new Intl.DisplayNames([language], { type: 'language' }),
  );
  return names.of(language) ?? language;
}

const made = new Map<string, unknown>();

/** Formats are dear to make and never change, so each is made once. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

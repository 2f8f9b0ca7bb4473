import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import { Article } from './article.ts';
import { unsafeCharacter } from './clean-text.ts';
import {
  BODY_MAX_BYTES,
  BODY_MAX_SENTENCES,
  FIELD_MAX_CHARS,
  FUTURE_TOLERANCE_HOURS,
} from './limits.ts';

const HOUR_MS = 3_600_000;
const MARKUP = /<\/?(script|style|iframe|object|embed|svg|img|div|span|p)\b[^>]*>/i;

/**
 * Checks article JSON: its schema, and what a schema cannot say (limits, plain text, real dates).
 * Never alters a character, because offsets of evidence refer to the body as it is stored: what
 * would have to be mended is a fault. With `now`, a publication date after it is a fault too.
 */
export function parseArticle(data: unknown, source: string, now?: Date): Parsed<Article> {
  const parsed = parseWith(Article, data, source);
  if (!parsed.ok) return parsed;
  const check = (field: string, expected: string, found: string): Fault => ({
    source,
    field,
    expected,
    found,
  });
  const faults = [
    ...bodyFaults(parsed.value, check),
    ...fieldFaults(parsed.value, check),
    ...dateFaults(parsed.value, check, now),
  ];
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

type MakeFault = (field: string, expected: string, found: string) => Fault;

function bodyFaults({ articleBody }: Article, fault: MakeFault): Fault[] {
  const faults = textFaults('articleBody', articleBody, fault);
  const bytes = new TextEncoder().encode(articleBody).length;
  if (bytes > BODY_MAX_BYTES)
    return [fault('articleBody', `at most ${BODY_MAX_BYTES} bytes`, `${bytes} bytes`)];
  const sentences = articleBody.match(/[.!?]+\s/g)?.length ?? 0;
  if (sentences > BODY_MAX_SENTENCES)
    faults.push(fault('articleBody', `at most ${BODY_MAX_SENTENCES} sentences`, `${sentences}`));
  if (!/\p{L}/u.test(articleBody))
    faults.push(
      fault('articleBody', 'a text with words', JSON.stringify(articleBody.slice(0, 40))),
    );
  const markup = MARKUP.exec(articleBody)?.[0];
  if (markup) faults.push(fault('articleBody', 'plain text without markup', markup.slice(0, 60)));
  return faults;
}

function fieldFaults(article: Article, fault: MakeFault): Fault[] {
  const fields: [string, string | null | undefined][] = [
    ['headline', article.headline],
    ['publisher.name', article.publisher.name],
    ['url', article.url],
    ['rights', article.rights],
    ...article.author.map(({ name }, index): [string, string] => [`author.${index}.name`, name]),
  ];
  return fields.flatMap(([field, text]) => {
    if (!text) return [];
    if (text.length > FIELD_MAX_CHARS)
      return [fault(field, `at most ${FIELD_MAX_CHARS} characters`, `${text.length}`)];
    return textFaults(field, text, fault);
  });
}

function textFaults(field: string, text: string, fault: MakeFault): Fault[] {
  const unsafe = unsafeCharacter(text);
  return unsafe ? [fault(field, 'text without control or half characters', unsafe)] : [];
}

function dateFaults(article: Article, fault: MakeFault, now: Date | undefined): Fault[] {
  const faults: Fault[] = [];
  for (const field of ['datePublished', 'dateModified'] as const) {
    const text = article[field];
    if (!text) continue;
    if (!isRealDay(text)) faults.push(fault(field, 'a day that the calendar has', text));
    else if (now && Date.parse(text) > now.getTime() + FUTURE_TOLERANCE_HOURS * HOUR_MS)
      faults.push(fault(field, `a date not after ${now.toISOString().slice(0, 10)}`, text));
  }
  return faults;
}

/** `Date.parse` takes 30 February for 1 March, so the day must come back as it was. */
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(day)
  );
}

import { IntlMessageFormat } from 'intl-messageformat';
import type { Fault, Parsed } from '#lib/fault.ts';
import en from '../../templates/wording/en.json' with { type: 'json' };
import type { Wording } from './wording.ts';

/**
 * Checks the message file of a language against the English one: no other messages, each an ICU message
 * that asks for nothing but what the English one is given. Lists every fault by its key. For a message
 * that is missing the English one stands in.
 */
export function parseWording(data: unknown, source: string): Parsed<Wording> {
  const faults = [...faultsAt(en, data, ''), ...frameFaults(data)].map((fault) => ({
    source,
    ...fault,
  }));
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, value: withEnglish(en, data) as Wording };
}

type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];
type KeyFault = Omit<Fault, 'source'>;

function faultsAt(expected: unknown, data: unknown, field: string): KeyFault[] {
  if (data === undefined) return [];
  if (typeof expected === 'string') return messageFaults(expected, data, field);
  if (!isGroup(expected)) return [];
  if (!isGroup(data)) return [{ field, expected: 'a group of messages' }];
  const known = Object.entries(expected).flatMap(([key, inner]) =>
    faultsAt(inner, data[key], join(field, key)),
  );
  const unknown = Object.keys(data)
    .filter((key) => !(key in expected))
    .map((key) => ({ field: join(field, key), expected: 'no such message' }));
  return [...known, ...unknown];
}

function withEnglish(english: unknown, data: unknown): unknown {
  if (!isGroup(english)) return data ?? english;
  const own = isGroup(data) ? data : {};
  return Object.fromEntries(
    Object.entries(english).map(([key, inner]) => [key, withEnglish(inner, own[key])]),
  );
}

function messageFaults(english: string, message: unknown, field: string): KeyFault[] {
  if (typeof message !== 'string') return [{ field, expected: 'a message' }];
  const asked = argumentsOf(message);
  if (asked === null) return [{ field, expected: 'an ICU message', found: message }];
  const given = argumentsOf(english) ?? [];
  return asked
    .filter((name) => !given.includes(name))
    .map((name) => ({
      field,
      expected: given.length === 0 ? 'no argument' : `no argument but ${given.join(', ')}`,
      found: name,
    }));
}

/** Language and direction go into the HTML, the locale into `Intl`. */
function frameFaults(data: unknown): KeyFault[] {
  const { locale, language, direction } = isGroup(data) ? data : {};
  return [
    ...(isTag(locale) ? [] : [{ field: 'locale', expected: 'a language tag such as en-GB' }]),
    ...(isTag(language) ? [] : [{ field: 'language', expected: 'a language tag such as en' }]),
    ...(direction === 'ltr' || direction === 'rtl'
      ? []
      : [{ field: 'direction', expected: 'ltr or rtl' }]),
  ];
}

function isTag(value: unknown): boolean {
  try {
    return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Names of the arguments of a message, or null where it is no ICU message; found once a message. */
function argumentsOf(message: string): string[] | null {
  const known = argumentsFound.get(message);
  if (known !== undefined) return known;
  const found = findArguments(message);
  argumentsFound.set(message, found);
  return found;
}
const argumentsFound = new Map<string, string[] | null>();

function findArguments(message: string): string[] | null {
  try {
    const { getAst } = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true });
    return [...new Set(namesIn(getAst()))];
  } catch {
    return null;
  }
}

function namesIn(elements: MessageElement[]): string[] {
  return elements.flatMap((element) => {
    const own = 'value' in element && !isText(element) ? [String(element.value)] : [];
    const inner =
      'options' in element
        ? Object.values(element.options).flatMap(({ value }) => namesIn(value))
        : [];
    return [...own, ...inner];
  });
}

/** Plain text, and the sign # of a plural, ask for nothing. */
function isText({ type }: MessageElement): boolean {
  return type === LITERAL || type === POUND;
}
/** As in `TYPE` of @formatjs/icu-messageformat-parser, whose enum is not exported at run time here. */
const LITERAL = 0;
const POUND = 7;

function isGroup(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const join = (field: string, key: string) => (field === '' ? key : `${field}.${key}`);

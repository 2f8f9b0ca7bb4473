import { RESERVED_HOST } from '#lib/reserved-host.ts';

const RESERVED = new RegExp(RESERVED_HOST.replace('.', '\\.'), 'gi');

/** Whatever `printable` changes; most texts have none of it, and one look is cheaper than five replacements. */
const SUSPECT = new RegExp(
  `[\\p{Cc}\\p{Surrogate}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]|[^\\S ]|^ | $|  |${RESERVED.source}`,
  'iu',
);

/**
 * Makes text of an article safe to print on one line of HTML, plain text or a header: no control or
 * line characters, no invisible marks that turn the direction of what follows (U+202E), no half of a
 * surrogate pair. What is left reads the same, except that the host of the tokens which a delivery
 * replaces is broken for all to see. Putting in signs that the host lacks can never form it anew.
 */
export function printable(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .replace(RESERVED, (host) => host.replace('.', '[.]'))
    .trim();
}

/** `printable` over every text in a value of plain objects and lists. */
export function printableDeep<T>(value: T): T {
  return map(value) as T;
}

function map(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(map);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, map(inner)]));
}

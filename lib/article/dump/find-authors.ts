import { outletNamed } from '../outlet.ts';
import type { KnownLine } from './article-region.ts';

/** Lines around the article's first paragraph among which its byline is looked for. */
const REACH_LINES = 20;

const NAME = String.raw`\p{Lu}[\p{L}.'’]*(?:-[\p{L}.'’]+)*(?: (?:\p{Lu}[\p{L}.'’]*|al|bin|da|de|del|der|di|la|le|van|von)(?:-[\p{L}.'’]+)*){1,3}`;
const BARE_NAME = new RegExp(`^${NAME}$`, 'u');
const AFTER_BY = new RegExp(String.raw`(?:^|\s)[Bb]y (${NAME})(?=\s*(?:[|,/·\t-]|$))`, 'u');
const BEFORE_ADDRESS = new RegExp(
  String.raw`^(${NAME}),? (?:reporter )?\(?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\)?$`,
  'u',
);

/** The names in a byline: "By Ann Lee and Bob Ray, Seoul correspondent" gives two. */
export function namesInByline(text: string): string[] {
  const names = text
    .replace(/^\(?(?:by|written by|story by|words by)[: ]\s*/i, '')
    .replace(/\)$/, '');
  return names
    .split(/\s*(?:,|\||&|\band\b)\s*/i)
    .map((name) => name.trim())
    .filter(isName);
}

/** Whether a text is the name of a person, or what looks like one, and not an agency's ("AFP Vienna"). */
export function isName(text: string): boolean {
  return BARE_NAME.test(text) && !text.split(' ').some((word) => outletNamed(word) !== null);
}

/**
 * The authors a page names: in a byline near the article's beginning, else as a name alone on a line
 * beside the date, else as a name before an e-mail address after the article.
 */
export function findAuthors(
  lines: readonly KnownLine[],
  from: number,
  to: number,
  headline: number | null,
): string[] {
  const header = lines.slice(headline ?? Math.max(0, from - REACH_LINES), from + 3);
  for (const { kind, text } of header) {
    const names =
      kind === 'byline' ? namesInByline(text) : kind === 'date' ? nameInDateLine(text) : [];
    if (names.length > 0) return names;
  }
  return nameBesideDate(header) ?? nameBeforeAddress(lines.slice(to, to + 3)) ?? [];
}

/** "Posted on June 3, 2022 by Ann Lee", "By Ann Lee | June 3, 2022". */
function nameInDateLine(text: string): string[] {
  const name = AFTER_BY.exec(text)?.[1];
  return name && isName(name) ? [name] : [];
}

function nameBesideDate(header: readonly KnownLine[]): string[] | null {
  const found = header.find(({ kind, text, item }, index) => {
    const beside = header[index - 1]?.kind === 'date' || header[index + 1]?.kind === 'date';
    return kind === 'phrase' && !item && beside && index > 0 && isName(text);
  });
  return found ? [found.text] : null;
}

function nameBeforeAddress(footer: readonly KnownLine[]): string[] | null {
  for (const { text } of footer) {
    const name = BEFORE_ADDRESS.exec(text)?.[1];
    if (name) return [name];
  }
  return null;
}

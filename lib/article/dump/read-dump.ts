import type { ArticleDraft } from '../article-draft.ts';
import { articleRegion, type KnownLine } from './article-region.ts';
import { contentWords, shareOf } from './content-words.ts';
import { dropBiography } from './drop-biography.ts';
import { findAuthors } from './find-authors.ts';
import { findDates } from './find-dates.ts';
import { findHeadline } from './find-headline.ts';
import { findPublisher } from './find-publisher.ts';
import { findSource, HEAD_LINES, type NotedSource } from './find-source.ts';
import { splitLines } from './line.ts';
import { countWords, lineKind } from './line-kind.ts';
import { markLists } from './mark-lists.ts';
import { sortRegion } from './sort-region.ts';

/**
 * Reads the article out of the plain text of a page, as a browser's "select all, copy" gives it:
 * menus, captions, lists of other stories and all. Every paragraph is a verbatim slice of `page`.
 * Null where the page has no paragraph.
 */
export function readDump(page: string, address: string | null): ArticleDraft | null {
  const known = splitLines(page).map((line) => ({ ...line, kind: lineKind(line) }));
  const lines = markCutEnd(markLists(known));
  const found = articleRegion(lines);
  if (!found) return null;
  const noted = findSource(lines.map(({ text }) => text));
  return draftOf(page, lines, belowHeader(lines, found), {
    ...noted,
    address: address ?? noted.address,
  });
}

type Region = { from: number; to: number };

function draftOf(
  page: string,
  lines: KnownLine[],
  region: Region,
  { name, address: url }: NotedSource,
): ArticleDraft {
  const at = findHeadline(lines, region.from, region.to, url);
  const headline = at === null ? null : (lines[at]?.text ?? null);
  const authors = findAuthors(lines, region.from, region.to, at);
  const sorted = sortRegion(lines.slice(region.from, region.to), headline);
  const foot = page.slice(lines[region.to - 1]?.end ?? 0);
  const head = lines.slice(0, HEAD_LINES).map(({ text }) => text);
  const publisher = findPublisher(page, foot, head, name);
  const dates = findDates(lines, region, at);
  const header = at === null ? [] : lines.slice(at + 1, region.from);
  return {
    headline,
    alternativeHeadline: dekOf(header, sorted.paragraphs),
    authors,
    publisher,
    url,
    inLanguage: null,
    published: dates.published,
    modified: dates.modified,
    unlabelledDate: dates.unlabelled,
    paragraphs: dropBiography(
      sorted.paragraphs.map(({ text }) => text),
      authors,
    ),
    subheadings: sorted.subheadings,
    captions: [...new Set([...captionsIn(header), ...sorted.captions])],
  };
}

/**
 * What stands above the article can be prose too: a notice, the line under the headline, points in
 * brief. Where the byline, or headline and date, stand inside the region with little text
 * above them, the article begins after them; and it begins with no list, unless it is one.
 */
function belowHeader(lines: readonly KnownLine[], region: Region): Region {
  const inside = lines.slice(region.from, region.to);
  const header = inside.findIndex(
    ({ kind }, index) =>
      kind === 'byline' || (kind === 'date' && inside[index - 1]?.kind === 'phrase'),
  );
  const isHeader = header >= 0 && size(inside.slice(0, header)) <= size(inside) / 4;
  const start = isHeader ? header + 1 : 0;
  const first = inside.findIndex((line, index) => index >= start && isText(line) && !line.item);
  return first < 0 ? region : { from: region.from + first, to: region.to };
}

const CUT_END_MIN_WORDS = 5;

/** A page that was cut off ends in the middle of a paragraph: words in small letters, right under prose. */
function markCutEnd(lines: KnownLine[]): KnownLine[] {
  const last = lines.at(-1);
  if (last?.kind !== 'phrase' || lines.at(-2)?.kind !== 'prose') return lines;
  const small = last.text.match(/(?<!\p{L})\p{Ll}\p{L}*/gu)?.length ?? 0;
  const words = countWords(last.text);
  const cut = words >= CUT_END_MIN_WORDS && small > words / 2;
  return cut ? lines.with(-1, { ...last, kind: 'prose' }) : lines;
}

const DEK_MIN_WORDS = 4;
const DEK_MIN_SHARE = 0.3;

/** Phrases between the headline and the text that speak of its subject. */
function dekOf(header: readonly KnownLine[], paragraphs: readonly KnownLine[]): string | null {
  const subject = contentWords(paragraphs.map(({ text }) => text).join(' '));
  const dek = header.filter(
    ({ kind, item, text }) =>
      (kind === 'phrase' || isText({ kind })) &&
      !item &&
      countWords(text) >= DEK_MIN_WORDS &&
      shareOf(contentWords(text), subject) >= DEK_MIN_SHARE,
  );
  return dek.length > 0 ? [...new Set(dek.map(({ text }) => text))].join('\n') : null;
}

function captionsIn(header: readonly KnownLine[]): string[] {
  return header.filter(({ kind }) => kind === 'caption').map(({ text }) => text);
}

function size(lines: readonly KnownLine[]): number {
  return lines.reduce((sum, line) => sum + (isText(line) ? line.text.length : 0), 0);
}

function isText({ kind }: Pick<KnownLine, 'kind'>): boolean {
  return kind === 'prose' || kind === 'sentence';
}

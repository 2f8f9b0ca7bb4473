import type { KnownLine } from './article-region.ts';
import { contentWords, shareOf } from './content-words.ts';
import { isName } from './find-authors.ts';
import { countWords } from './line-kind.ts';

/** Lines above the article among which its headline is looked for: a header with its pictures and buttons. */
const REACH_LINES = 30;

const WORDS = { min: 3, max: 32 };
const MIN_SCORE = 2;

/** Share of its words that a headline has in common with the article or its address at the least. */
const MIN_SHARE = 0.15;

/** What a later line must have over an earlier one: of two much alike, the second is the line under the headline. */
const LEAD_OVER_EARLIER = 0.3;

/**
 * The index of the line that is the article's headline, or null. It is a phrase above the article
 * that speaks of what the article speaks of, stands at the head of its block or next to date and
 * byline, opens a caption, or is what the address spells out.
 */
export function findHeadline(
  lines: readonly KnownLine[],
  from: number,
  to: number,
  url: string | null,
): number | null {
  const body = contentWords(
    lines
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
  const slug = contentWords(url ? decodeSlug(url) : '');
  let best: { index: number; score: number } | null = null;
  for (let index = Math.max(0, from - REACH_LINES); index < from; index++) {
    const score = headlineScore(lines, index, { body, slug, from });
    if (score >= MIN_SCORE && (!best || score > best.score + LEAD_OVER_EARLIER))
      best = { index, score };
  }
  return best?.index ?? null;
}

interface Surroundings {
  body: Set<string>;
  slug: Set<string>;
  from: number;
}

function headlineScore(
  lines: readonly KnownLine[],
  index: number,
  { body, slug, from }: Surroundings,
): number {
  const line = lines[index];
  if (!line || !mayBeHeadline(line)) return 0;
  const words = contentWords(line.text);
  const shared = shareOf(words, body);
  const inSlug = shareOf(words, slug);
  if (Math.max(shared, inSlug) < MIN_SHARE) return 0;
  const next = lines[index + 1];
  const previous = lines[index - 1];
  return (
    shared * 2 +
    inSlug * 4 +
    (opensAnother(line, lines.slice(index + 1, from + 1)) ? 2 : 0) +
    (line.markup === 'heading' ? 2 : 0) +
    (next && isAboutArticle(next) ? 2.5 : 0) +
    (previous?.kind === 'date' ? 0.5 : 0) +
    // Right above a caption stands the alternative text of its picture.
    (next?.kind === 'caption' && !next.apart ? -1 : 0) +
    (line.apart || !previous || previous.kind === 'date' ? 1.5 : 0) -
    (from - index) * 0.05
  );
}

function mayBeHeadline(line: KnownLine): boolean {
  if (line.item || onlyNames(line.text)) return false;
  const words = countWords(line.text);
  // "Is a deal near?" ends as a sentence does.
  const kind = line.kind === 'phrase' || line.kind === 'sentence' || /[?’'”"]$/.test(line.text);
  return kind && line.kind !== 'caption' && words >= WORDS.min && words <= WORDS.max;
}

/** "Ann Lee and Bob Ray" is who is in the picture. */
function onlyNames(text: string): boolean {
  return text.split(/\s*(?:,|\band\b)\s*/).every(isName);
}

/** Date, byline, the author's name or the length of a video: what a page prints under its headline. */
function isAboutArticle({ kind, text }: KnownLine): boolean {
  return kind === 'date' || kind === 'byline' || isName(text) || /^\d{1,2}:\d{2}\b/.test(text);
}

function opensAnother(line: KnownLine, later: readonly KnownLine[]): boolean {
  return later.some(
    ({ text }) => text.length > line.text.length + 10 && text.startsWith(line.text),
  );
}

function decodeSlug(url: string): string {
  const path = new URL(url).pathname;
  try {
    return decodeURIComponent(path).replace(/[-_/]/g, ' ');
  } catch {
    return path;
  }
}

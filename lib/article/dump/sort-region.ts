import type { Subheading } from '../article-draft.ts';
import type { KnownLine } from './article-region.ts';
import { countWords } from './line-kind.ts';

/** The lines of an article's region, sorted by what they are. */
export interface SortedRegion {
  paragraphs: KnownLine[];
  subheadings: Subheading[];
  captions: string[];
}

const SUBHEADING_MAX_WORDS = 14;

/** Sorts the lines between an article's first and last paragraph into body, sub-headings and captions. */
export function sortRegion(region: readonly KnownLine[], headline: string | null): SortedRegion {
  const sorted: SortedRegion = { paragraphs: [], subheadings: [], captions: [] };
  region.forEach((line, index) => {
    const previous = region[index - 1];
    if (isCaptionHere(line, region, headline)) sorted.captions.push(line.text);
    else if (isBody(line, previous, sorted, region)) sorted.paragraphs.push(line);
    else if (isSubheading(line, region, index))
      sorted.subheadings.push({ text: line.text, beforeParagraph: sorted.paragraphs.length });
  });
  return { ...sorted, captions: [...new Set(sorted.captions)] };
}

function isCaptionHere(
  line: KnownLine,
  region: readonly KnownLine[],
  headline: string | null,
): boolean {
  if (line.kind === 'caption') return true;
  if (line.kind !== 'prose' && line.kind !== 'phrase') return false;
  // Pictures carry the headline as their alternative text, with the caption glued on.
  if (headline && line.text.length > headline.length && line.text.startsWith(headline)) return true;
  // A caption is printed under the picture and again in its enlargement.
  return region.some(
    (other, index) => other.text === line.text && region[index + 1]?.text === line.text,
  );
}

function isBody(
  line: KnownLine,
  previous: KnownLine | undefined,
  { paragraphs }: SortedRegion,
  region: readonly KnownLine[],
): boolean {
  if (line.kind === 'phrase') return line.item && isIntroduced(line, paragraphs, region);
  if (line.kind !== 'prose' && line.kind !== 'sentence') return false;
  // What stands right under "Related:" is a link, whatever it ends in.
  if (line.kind === 'sentence' && previous && isLinkHeading(previous) && !line.apart) return false;
  return !repeatsParagraph(line, region);
}

/** A list that a paragraph announces ("three demands:") is part of the text. */
function isIntroduced(
  line: KnownLine,
  paragraphs: readonly KnownLine[],
  region: readonly KnownLine[],
): boolean {
  const last = paragraphs.at(-1);
  if (!last) return false;
  if (last.text.endsWith(':')) return true;
  return last.item && region.indexOf(last) === region.indexOf(line) - 1;
}

/** A pull quote says again what a longer paragraph says, or an earlier one of the same length. */
function repeatsParagraph(line: KnownLine, region: readonly KnownLine[]): boolean {
  const words = bare(line.text);
  if (countWords(words) < 5) return false;
  const at = region.indexOf(line);
  return region.some((other, index) => {
    if (other === line || other.text.length < words.length) return false;
    const longer = other.text.length > line.text.length;
    return (longer || index < at) && isText(other) && bare(other.text).includes(words);
  });
}

function isSubheading(line: KnownLine, region: readonly KnownLine[], index: number): boolean {
  if (line.kind !== 'phrase' || line.item) return false;
  if (!/\p{L}/u.test(line.text) || countWords(line.text) > SUBHEADING_MAX_WORDS) return false;
  const previous = region[index - 1];
  return line.markup === 'heading' || !previous || !isLinkHeading(previous);
}

function isLinkHeading({ kind }: KnownLine): boolean {
  return kind === 'insert' || kind === 'other-stories';
}

function isText({ kind }: KnownLine): boolean {
  return kind === 'prose' || kind === 'sentence';
}

function bare(text: string): string {
  return text.replace(/["“”'‘’.…]+/g, '').trim();
}

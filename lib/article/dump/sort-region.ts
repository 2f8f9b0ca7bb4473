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
const LINK_HEADING_MAX_WORDS = 3;

/** Sorts the lines between an article's first and last paragraph into body, sub-headings and captions. */
export function sortRegion(region: readonly KnownLine[], headline: string | null): SortedRegion {
  const sorted: SortedRegion = { paragraphs: [], subheadings: [], captions: [] };
  const twice = printedTwice(region);
  region.forEach((line, index) => {
    const previous = region[index - 1];
    if (isCaptionHere(line, twice, headline, region[index + 1])) sorted.captions.push(line.text);
    else if (repeatsParagraph(region, index)) return;
    else if (isBody(line, previous)) sorted.paragraphs.push(line);
    else if (isSubheading(line, previous))
      sorted.subheadings.push({ text: line.text, beforeParagraph: sorted.paragraphs.length });
  });
  return { ...sorted, captions: [...new Set(sorted.captions)] };
}

/** A caption is printed under the picture and again, right after it, in its enlargement. */
function printedTwice(region: readonly KnownLine[]): Set<string> {
  const again = region.filter(({ text }, index) => region[index + 1]?.text === text);
  return new Set(again.map(({ text }) => text));
}

function isCaptionHere(
  line: KnownLine,
  twice: Set<string>,
  headline: string | null,
  next: KnownLine | undefined,
): boolean {
  if (line.kind === 'caption') return true;
  if (line.kind !== 'prose' && line.kind !== 'phrase') return false;
  if (twice.has(line.text)) return true;
  // The alternative text of a picture is its caption without the credit.
  if (next?.kind === 'caption' && next.text.startsWith(line.text)) return true;
  // Pictures carry the headline as their alternative text, with the caption glued on as a new sentence.
  if (headline === null || !line.text.startsWith(headline)) return false;
  return /^\s+["“]?\p{Lu}/u.test(line.text.slice(headline.length));
}

function isBody(line: KnownLine, previous: KnownLine | undefined): boolean {
  if (!isText(line) || isQuestionHeading(line, previous)) return false;
  // What stands right under "Related:" is a link, whatever it ends in.
  return line.kind === 'prose' || line.apart || !previous || !isLinkHeading(previous);
}

/** Lines before and after in which a pull quote's paragraph is looked for. */
const REPEAT_REACH_LINES = 40;
const REPEAT_MIN_WORDS = 5;

/** A pull quote says again what a longer paragraph nearby says, or an earlier one of the same length. */
function repeatsParagraph(region: readonly KnownLine[], index: number): boolean {
  const line = region[index];
  const words = line ? bare(line.text) : '';
  if (!line || countWords(words) < REPEAT_MIN_WORDS) return false;
  const from = Math.max(0, index - REPEAT_REACH_LINES);
  return region.slice(from, index + REPEAT_REACH_LINES).some((other, offset) => {
    const isEarlier = from + offset < index;
    const mayHold = other.text.length > line.text.length || (isEarlier && other.text === line.text);
    return mayHold && isText(other) && bare(other.text).includes(words);
  });
}

/** "2. Who wants it back?" between paragraphs heads its answer; in a list it is an item. */
function isQuestionHeading(line: KnownLine, previous: KnownLine | undefined): boolean {
  return (
    line.kind === 'sentence' && line.item && line.text.endsWith('?') && previous?.item !== true
  );
}

function isSubheading(line: KnownLine, previous: KnownLine | undefined): boolean {
  if (isQuestionHeading(line, previous)) return true;
  if (line.kind !== 'phrase' || line.item || !/\p{L}/u.test(line.text)) return false;
  if (countWords(line.text) > SUBHEADING_MAX_WORDS) return false;
  return line.markup === 'heading' || !previous || !isLinkHeading(previous);
}

/** "Related" heads the lines under it; "Related: a story" is the link itself. */
function isLinkHeading({ kind, text }: KnownLine): boolean {
  return (
    kind === 'other-stories' || (kind === 'insert' && countWords(text) <= LINK_HEADING_MAX_WORDS)
  );
}

function isText({ kind }: KnownLine): boolean {
  return kind === 'prose' || kind === 'sentence';
}

function bare(text: string): string {
  return text.replace(/["“”'‘’.…]+/g, '').trim();
}

import { readStatedDate, type StatedDate } from '../date/stated-date.ts';
import type { KnownLine } from './article-region.ts';

const PUBLISHED =
  /^(?:date ?)?(?:published|posted|publish date|pub\. date|published on|posted on|date|input|first published|issued|입력|등록|기사입력)\b|\b(?:published|posted)\s*:?\s/i;
const MODIFIED = /\b(?:updated|modified|last edited|revised)\b|수정/i;

/** The dates that stand as lines of their own around an article's beginning. */
export interface PageDates {
  published: StatedDate | null;
  modified: StatedDate | null;
  /** Above the headline or after the text, without a label: the article's date, or the day of the visit. */
  unlabelled: StatedDate | null;
}

/** Lines above and after the article's start, and after its end, among which dates are looked for. */
const REACH_LINES = 20;

/**
 * A date with a label is what it says. One without, between headline and text, is the publication
 * date. One above the headline, or after the text, may be the day on which the page was captured, or
 * another story's, so it is kept apart.
 */
export function findDates(
  lines: readonly KnownLine[],
  region: { from: number; to: number },
  headline: number | null,
): PageDates {
  const dates: PageDates = { published: null, modified: null, unlabelled: null };
  const start = Math.max(0, Math.min(headline ?? region.from, region.from) - 3);
  const near = [
    ...lines.slice(
      headline === null ? Math.max(0, region.from - REACH_LINES) : start,
      region.from + 3,
    ),
    ...lines.slice(region.to, region.to + REACH_LINES),
  ];
  for (const line of near) {
    if (line.kind !== 'date') continue;
    const at = lines.indexOf(line);
    const isBelow = at < region.to && (headline === null || at > headline);
    file(line, dates, isBelow);
  }
  return dates;
}

function file(line: KnownLine, dates: PageDates, belowHeadline: boolean): void {
  for (const part of parts(line.text)) {
    const date = readStatedDate(part);
    if (!date) continue;
    if (MODIFIED.test(part)) dates.modified ??= date;
    else if (PUBLISHED.test(part) || belowHeadline) dates.published ??= date;
    else dates.unlabelled ??= date;
  }
}

/** "Published May 5, 2020 Updated May 6, 2020" is two dates on one line. */
function parts(text: string): string[] {
  return text.split(/(?<=\S)\s*(?=\b(?:(?:last )?updated|modified)\b|수정)/i);
}

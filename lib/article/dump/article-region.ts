import type { Line } from './line.ts';
import type { LineKind } from './line-kind.ts';

/** A line with its kind. */
export interface KnownLine extends Line {
  kind: LineKind;
}

/** What a line of each kind takes from the run of lines it stands in, in characters of prose. */
const COST: Record<LineKind, number> = {
  prose: 0,
  sentence: 0,
  phrase: 120,
  caption: 0,
  date: 60,
  byline: 30,
  dateline: 0,
  insert: 30,
  furniture: 60,
  'other-stories': 800,
  end: Number.POSITIVE_INFINITY,
};

/** A phrase between two paragraphs is rather a sub-heading than a menu. */
const SUBHEADING_COST = 50;

/** A very long paragraph must not carry a whole menu with it. */
const GAIN_MAX_CHARS = 1_200;

/**
 * Finds the article on a page: the run of lines with the most prose for what else stands in it
 * (maximum-sum segment), between the first and the last of its paragraphs. Half-open indices; null
 * where no line is prose.
 */
export function articleRegion(lines: readonly KnownLine[]): { from: number; to: number } | null {
  let best = { sum: 0, from: -1, to: -1 };
  let run = { sum: 0, from: 0 };
  lines.forEach((line, index) => {
    if (run.sum <= 0) run = { sum: 0, from: index };
    run.sum += gain(line, lines[index - 1], lines[index + 1]);
    if (run.sum > best.sum) best = { sum: run.sum, from: run.from, to: index + 1 };
  });
  return best.from < 0 ? null : trim(lines, best.from, best.to);
}

function gain(line: KnownLine, previous?: KnownLine, next?: KnownLine): number {
  if (line.kind === 'phrase' && previous && isInArticle(previous) && next && isText(next))
    return -SUBHEADING_COST;
  if (!isText(line)) return -COST[line.kind];
  // Teasers in lists of other stories are sentences too.
  return Math.min(line.text.length, GAIN_MAX_CHARS) * (line.item ? 0.3 : 1);
}

function trim(lines: readonly KnownLine[], from: number, to: number) {
  const body = lines.slice(from, to);
  const first = body.findIndex(isText);
  return first < 0 ? null : { from: from + first, to: from + body.findLastIndex(isText) + 1 };
}

function isInArticle(line: KnownLine): boolean {
  return isText(line) || line.kind === 'insert' || line.kind === 'caption';
}

function isText({ kind }: KnownLine): boolean {
  return kind === 'prose' || kind === 'sentence';
}

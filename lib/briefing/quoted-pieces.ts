import type { Slice } from '#lib/analysis/analysis.ts';

/** The pieces of a text that stand in double quotation marks, marks included, in order. */
export function quotedPieces(text: string): Slice[] {
  return [...text.matchAll(/"[^"]+"|“[^”]+”/gu)].map(({ 0: piece, index }) => ({
    start: index,
    end: index + piece.length,
    text: piece,
  }));
}

/** How many words a text has; a word is what stands between white space. */
export function wordCount(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Whether each quotation mark that opens in a text also closes in it. */
export function hasBalancedQuotes(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('"') % 2 === 0 && count('“') === count('”');
}

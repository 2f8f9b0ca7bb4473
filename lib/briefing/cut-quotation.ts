import type { Evidence } from '#lib/outlook/comparison.ts';
import { wordCount } from '#lib/outlook/word-count.ts';
import { hasBalancedQuotes } from './quoted-pieces.ts';

/** What a briefing quotes in one piece at most, so that it points to an article and never replaces it. */
export const QUOTATION_MAX_WORDS = 40;
/** The same for scripts that set no spaces between words, in UTF-16 units. */
export const QUOTATION_MAX_CHARS = 400;

/** A piece that may be quoted, still a verbatim slice of its article. */
export interface CutQuotation {
  evidence: Evidence;
  cut: { before: boolean; after: boolean };
}

interface Boundary {
  /** Where a piece that ends here ends. */
  end: number;
  /** Where the next one starts. */
  start: number;
  /** How good a place it is to cut: 3 a sentence end, 2 a semicolon or dash, 1 a comma, 0 a conjunction. */
  rank: number;
}

/** Whether a text is short enough to be quoted whole. */
export function fitsQuotation(text: string): boolean {
  return text.length <= QUOTATION_MAX_CHARS && wordCount(text) <= QUOTATION_MAX_WORDS;
}

/**
 * Shortens evidence to the limits at the ends of sentences or clauses, keeping the word at the
 * offset `keep` of its text. Null where no such piece exists: then it is not quoted at all.
 */
export function cutQuotation(evidence: Evidence, keep: number): CutQuotation | null {
  if (fitsQuotation(evidence.text)) return { evidence, cut: { before: false, after: false } };
  const text = evidence.text;
  const edges = [{ end: 0, start: 0, rank: 3 }, ...boundaries(text), whole(text)];
  let best: { from: Boundary; to: Boundary; score: number } | null = null;
  for (const from of edges)
    for (const to of edges) {
      if (to.end - from.start > QUOTATION_MAX_CHARS) break;
      if (from.start > keep || to.end <= keep || from.start >= to.end) continue;
      const piece = text.slice(from.start, to.end);
      if (!fitsQuotation(piece)) continue;
      const score = scoreOf(piece, from, to);
      if (best === null || score > best.score) best = { from, to, score };
    }
  return best === null ? null : slice(evidence, best.from, best.to);
}

/** A reader follows a piece best from its sentence's start, to a full stop, with its quotation marks closed. */
function scoreOf(piece: string, from: Boundary, to: Boundary): number {
  const start = from.start === 0 ? 16 : from.rank * 4;
  const closed = hasBalancedQuotes(piece) ? 15 : 0;
  return wordCount(piece) + start + to.rank * 3 + closed;
}

function slice(evidence: Evidence, from: Boundary, to: Boundary): CutQuotation {
  const text = evidence.text.slice(from.start, to.end);
  const start = evidence.start + from.start;
  return {
    evidence: { articleId: evidence.articleId, start, end: start + text.length, text },
    cut: {
      before: from.start > 0 && from.rank < 3,
      after: to.end < evidence.text.length && to.rank < 3,
    },
  };
}

function whole(text: string): Boundary {
  return { end: text.length, start: text.length, rank: 3 };
}

function boundaries(text: string): Boundary[] {
  const pattern =
    /(?<stop>[.!?]["”’')\]]*(?=\s+["“‘']?\p{Lu}))\s+|(?<pause>;["”]?|\s[―—–])\s+|(?<comma>,["”]?)\s+|\s+(?=(?:that|which|who|because|while|whereas|but|and|as|when|if|although|unless)\s)/gu;
  return [...text.matchAll(pattern)].map((match) => {
    const { stop, pause, comma } = match.groups ?? {};
    const rank = stop ? 3 : pause ? 2 : comma ? 1 : 0;
    // The mark that closes a sentence or a quotation belongs to the piece; a comma or dash does not.
    const kept = stop ?? (comma !== undefined && comma.length > 1 ? comma : '');
    return { end: match.index + kept.length, start: match.index + match[0].length, rank };
  });
}

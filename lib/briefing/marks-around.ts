import type { Slice } from '#lib/analysis/analysis.ts';
import { quotationsIn } from './quoted-pieces.ts';

const PARAGRAPH_END = '\n\n';
/** Longer is a page without paragraphs, and reading it for each of its passages would be slow. */
const PARAGRAPH_MAX_CHARS = 20_000;

/** The quotation marks that a piece lacks because its article sets them before or after it; else empty. */
export interface Marks {
  before: '' | '“' | '"';
  after: '' | '”' | '"';
}

/** The quotation in which a slice begins, and that in which it ends: offsets of their words in the body. */
interface Around {
  begins: Slice | null;
  ends: Slice | null;
}

/**
 * Which marks a slice of a body was cut off from. None where the marks of its paragraph do not pair:
 * then nothing is certain, and nothing is added.
 */
export function marksAround(slice: Slice, body: string): Marks {
  const { begins, ends } = quotationsAround(slice, body);
  if (begins !== null && begins === ends) return { before: '“', after: '”' };
  const isStraight = (at: number) => body[at] === '"';
  return {
    before: begins === null ? '' : isStraight(begins.start - 1) ? '"' : '“',
    after: ends === null ? '' : isStraight(ends.start - 1) ? '"' : '”',
  };
}

/** The longest words of a slice that its article puts between quotation marks, without the marks; or null. */
export function wordsInQuotation(slice: Slice, body: string): Slice | null {
  const inside = quotationsOf(slice, body).map(({ start, end }) => {
    const [from, to] = [Math.max(start, slice.start), Math.min(end, slice.end)];
    return { start: from, end: to, text: body.slice(from, to) };
  });
  return inside.sort((a, b) => b.text.length - a.text.length)[0] ?? null;
}

function quotationsAround(slice: Slice, body: string): Around {
  const quotations = quotationsOf(slice, body);
  return {
    begins: quotations.find(({ start, end }) => start <= slice.start && slice.start < end) ?? null,
    ends: quotations.find(({ start, end }) => start < slice.end && slice.end <= end) ?? null,
  };
}

/** The words of the quotations that share some with a slice. */
function quotationsOf(slice: Slice, body: string): Slice[] {
  const from = startOfParagraph(slice, body);
  const next = body.indexOf(PARAGRAPH_END, slice.end);
  const to = next < 0 ? body.length : next;
  if (to - from > PARAGRAPH_MAX_CHARS) return [];
  const goesOn = /^\s*["“]/u.test(body.slice(to, to + PARAGRAPH_END.length + 1));
  return (quotationsIn(body.slice(from, to)) ?? [])
    .filter(({ end }) => end !== null || goesOn)
    .map((quotation) => {
      const start = from + quotation.start + 1;
      const end = quotation.end === null ? to : from + quotation.end - 1;
      return { start, end, text: body.slice(start, end) };
    })
    .filter(({ start, end }) => start < slice.end && slice.start < end);
}

function startOfParagraph({ start }: Slice, body: string): number {
  const end = body.lastIndexOf(PARAGRAPH_END, start);
  return end < 0 ? 0 : end + PARAGRAPH_END.length;
}

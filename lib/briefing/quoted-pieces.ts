import type { Slice } from '#lib/analysis/analysis.ts';

/** A quotation of a paragraph; `end` is past its closing mark, or null where it goes on in the next paragraph. */
interface Quotation {
  start: number;
  end: number | null;
}

/**
 * The quotations of one paragraph, or null where its double marks do not pair beyond doubt: one is
 * missing, doubled or inside of another. An inch mark (5'10") is no quotation mark.
 */
export function quotationsIn(paragraph: string): Quotation[] | null {
  const quotations: Quotation[] = [];
  let open: number | null = null;
  for (const { 0: mark, index } of paragraph.matchAll(/(?<!\p{Nd})"|[“”]/gu)) {
    const expected: string = open === null ? 'opening' : 'closing';
    if (kindOf(mark, paragraph[index - 1] ?? '', paragraph[index + 1] ?? '') !== expected)
      return null;
    if (open !== null) quotations.push({ start: open, end: index + 1 });
    open = open === null ? index : null;
  }
  return open === null ? quotations : [...quotations, { start: open, end: null }];
}

/** The pieces of a text that stand in double quotation marks, marks included, in order; none where they do not pair. */
export function quotedPieces(text: string): Slice[] {
  return (quotationsIn(text) ?? []).flatMap(({ start, end }) =>
    end === null ? [] : [{ start, end, text: text.slice(start, end) }],
  );
}

/** Whether each quotation mark that opens in a text also closes in it. */
export function hasBalancedQuotes(text: string): boolean {
  return quotationsIn(text)?.every(({ end }) => end !== null) ?? false;
}

/** A straight mark does not tell which one it is; the characters beside it do. */
function kindOf(mark: string, before: string, after: string): 'opening' | 'closing' | 'unclear' {
  if (mark !== '"') return mark === '“' ? 'opening' : 'closing';
  const opens = /(?:^|[\s([—–])$/u.test(before) && /^[\p{L}\p{Nd}'‘’([$€£¥…]/u.test(after);
  const closes = /\S$/u.test(before) && /^(?:$|[\s\p{P}])/u.test(after) && !after.startsWith('"');
  if (opens === closes) return 'unclear';
  return opens ? 'opening' : 'closing';
}

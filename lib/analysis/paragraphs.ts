import type { Paragraph } from './analysis.ts';

/** A heading is short; longer lines without a closing stop are cut-off text. */
const HEADING_MAX_CHARS = 90;
const HEADING_MAX_WORDS = 12;
const BREAK = /\n[^\S\n]*\n\s*/gu;
const CLOSED = /[.!?…。！？:;,—–"”’'»」)\]]$/u;
const PICTURED =
  /^in (?:this|these|a|an) [^.]{0,40}\b(?:photo|photograph|image|picture|screen)\b/iu;
const CREDIT =
  /(?:\b(?:AFP|AP|EPA|KCNA|NurPhoto|Reuters|TASS|UPI|Xinhua|Yonhap|Getty Images)|\bPhoto by [^.]{1,60})[)\]]?$/iu;

/** The paragraphs of a body, told apart by what they are: text, a heading inside it, the caption of a picture. */
export function splitParagraphs(body: string): Paragraph[] {
  const pieces = [...slices(body)];
  return pieces.map((piece, index) => ({
    ...piece,
    kind: kindOf(piece.text, index < pieces.length - 1),
  }));
}

function* slices(body: string): Generator<Omit<Paragraph, 'kind'>> {
  let from = 0;
  for (const { index, 0: gap } of [...body.matchAll(BREAK), { index: body.length, 0: '' }]) {
    const raw = body.slice(from, index);
    const text = raw.trim();
    const start = from + raw.length - raw.trimStart().length;
    if (text) yield { start, end: start + text.length, text };
    from = index + gap.length;
  }
}

function kindOf(text: string, isFollowed: boolean): Paragraph['kind'] {
  const [opening, ending] = [text.slice(0, 80), text.slice(-80)];
  if (PICTURED.test(opening) || CREDIT.test(ending)) return 'caption';
  return isFollowed && isHeading(text) ? 'subhead' : 'body';
}

/** Short, not closed by a stop or a quotation mark, and over a paragraph that it heads. */
function isHeading(text: string): boolean {
  if (text.length > HEADING_MAX_CHARS || CLOSED.test(text)) return false;
  return text.split(/\s+/u).length <= HEADING_MAX_WORDS;
}

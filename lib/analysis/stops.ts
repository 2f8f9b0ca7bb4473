/** A mark that may close a sentence, with what stands around it. */
export interface Stop {
  /** Its first character; any ellipsis is "…". */
  mark: string;
  /** Closing quotation marks and brackets right after it. */
  closers: string;
  /** The word before it, without brackets and quotation marks before that word. */
  word: string;
  /** An ellipsis that stands apart or in brackets: an omission. */
  isDetached: boolean;
  /** Nothing stands before the word: it opens the text. */
  isFirst: boolean;
  /** What follows after white space, at most `LOOK_AHEAD_CHARS`. */
  after: string;
  /** Offset after the closers. */
  end: number;
}

const LOOK_BACK_CHARS = 40;
const LOOK_AHEAD_CHARS = 160;
const MARKS = new Set('.!?…。！？؟۔');
/** Marks of scripts that put no space between sentences. */
const NEEDS_NO_SPACE = new Set('。！？');
const CLOSERS = new Set(`"'”’»)]」』》）`);

/** Every stop of a text, in order, found in one pass over its characters. */
export function findStops(text: string): Stop[] {
  const stops: Stop[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!MARKS.has(text.charAt(at))) continue;
    const afterMarks = skip(text, at, MARKS);
    const end = skip(text, afterMarks, CLOSERS);
    if (closes(text, at, end)) stops.push(describe(text, at, afterMarks, end));
    at = end - 1;
  }
  return stops;
}

function closes(text: string, at: number, end: number): boolean {
  return end >= text.length || /\s/u.test(text.charAt(end)) || NEEDS_NO_SPACE.has(text.charAt(at));
}

function describe(text: string, at: number, afterMarks: number, end: number): Stop {
  const before = text.slice(Math.max(0, at - LOOK_BACK_CHARS), at);
  const word = /[^\s"'“”‘’«»()[\]]*$/u.exec(before)?.[0] ?? '';
  const isEllipsis =
    text.charAt(at) === '…' || (afterMarks - at > 1 && text.charAt(at + 1) === '.');
  return {
    mark: isEllipsis ? '…' : text.charAt(at),
    closers: text.slice(afterMarks, end),
    word,
    isDetached: isEllipsis && word === '',
    isFirst: before.trim() === word && at <= LOOK_BACK_CHARS,
    after: text.slice(end, end + LOOK_AHEAD_CHARS).trimStart(),
    end,
  };
}

function skip(text: string, from: number, set: Set<string>): number {
  let at = from;
  while (at < text.length && set.has(text.charAt(at))) at++;
  return at;
}

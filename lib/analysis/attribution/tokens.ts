import abbreviations from '../abbreviations.json' with { type: 'json' };
import type { Quotation } from './quotation.ts';

/** A word, a mark, or a whole quotation of speech, with half-open UTF-16 offsets in the body. */
export interface Token {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: 'word' | 'mark' | 'speech';
  /** It stands in a quotation that is part of the running sentence ("a `credible` partner"). */
  isQuoted: boolean;
}

const ABBREVIATIONS = new Set([
  ...abbreviations.neverEnd,
  ...abbreviations.beforeNumber,
  ...abbreviations.mayEnd,
]);
/** Abbreviations keep their dots, compounds their hyphens, words their apostrophes. */
const TOKEN =
  /(?:\p{L}\.){2,}(?:[-–][\p{L}\p{N}]+)*|[\p{L}\p{N}\p{M}]+(?:[.'’‑&/-][\p{L}\p{N}\p{M}]+)*|--+|[^\s\p{L}\p{N}\p{M}]/gu;
/** Longer stretches are read up to here: bounds the work on a text that is no prose. */
const TOKENS_MAX = 1500;
const QUOTE_MARK = /^["“”„«»「」『』]$/u;

/** Cuts `body.slice(start, end)` into tokens; each of `speech` becomes a single one. */
export function tokenise(
  body: string,
  start: number,
  end: number,
  quotations: Quotation[],
  speech: ReadonlySet<Quotation>,
): Token[] {
  const tokens: Token[] = [];
  let from = start;
  for (const quotation of quotations) {
    if (quotation.start < from || quotation.end > end) continue;
    pushWords(tokens, body, from, quotation.start, false);
    if (speech.has(quotation)) tokens.push(speechToken(body, quotation));
    else pushWords(tokens, body, quotation.start, quotation.end, true);
    from = quotation.end;
  }
  pushWords(tokens, body, from, end, false);
  return tokens;
}

function speechToken(body: string, { start, end }: Quotation): Token {
  return { start, end, text: body.slice(start, end), lower: '', kind: 'speech', isQuoted: true };
}

function pushWords(tokens: Token[], body: string, from: number, to: number, isQuoted: boolean) {
  for (const { index, 0: text } of body.slice(from, to).matchAll(TOKEN)) {
    if (tokens.length >= TOKENS_MAX) return;
    if (QUOTE_MARK.test(text) || (isQuoted && /^['‘’]$/u.test(text))) continue;
    const start = from + index;
    const previous = tokens.at(-1);
    if (
      text === '.' &&
      start + 1 < to &&
      previous?.end === start &&
      ABBREVIATIONS.has(previous.text)
    ) {
      previous.end = start + 1;
      previous.text += '.';
      continue;
    }
    // "the officials' plan", "Hamas' offer": the apostrophe belongs to the word.
    const isOwner = /^['’]$/u.test(text) && previous?.end === start && /s$/iu.test(previous.text);
    if (isOwner && !isQuoted && previous.kind === 'word') {
      previous.end = start + 1;
      previous.text += text;
      previous.lower += "'";
      continue;
    }
    const kind = /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark';
    tokens.push({ start, end: start + text.length, text, lower: lowerOf(text), kind, isQuoted });
  }
}

function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** Whether a word begins with a capital letter (or is a capital abbreviation). */
export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:(?:al|el|bin|ben)-)?\p{Lu}/u.test(token.text);
}

/** "Moon's", "officials'". */
export function isPossessive(token: Token | undefined): boolean {
  return token?.kind === 'word' && /(?:['’]s|s['’])$/iu.test(token.text);
}

/** "Ursula [von der] Leyen". */
export function isNameParticle(token: Token | undefined): boolean {
  return /^(?:al|bin|de|del|der|van|von|&)$/u.test(token?.text ?? '');
}

import type { Paragraph } from '../analysis.ts';
import type { SentenceDraft } from '../annotate-sentences.ts';
import { datelineLength } from './dateline.ts';
import type { Quotation } from './quotation.ts';
import { findQuotations } from './quotations.ts';
import { tokenise, type Token } from './tokens.ts';
import type { SpokenTurn } from './transcripts.ts';
import { isCueWord } from './vocabulary.ts';

/** One or several sentences that a quotation holds together, with the cue that stands outside it. */
export interface Statement {
  /** Index in `Analysis.paragraphs`. */
  paragraph: number;
  start: number;
  end: number;
  tokens: Token[];
  /** Who speaks the whole of it, as a transcript names him. */
  label?: string;
}

/** Longer statements are read up to here: bounds the work on a text that is no prose. */
const TOKENS_MAX = 400;
const SPEECH_MIN_WORDS = 3;
const UNCUED_MIN_WORDS = 4;
const LOOK_BACK_CHARS = 80;

/** The statements of one paragraph: its sentences, joined wherever a quotation runs over an end. */
export function statementsOf(
  body: string,
  { start, end }: Paragraph,
  paragraph: number,
  sentences: SentenceDraft[],
  turn: SpokenTurn | undefined,
): Statement[] {
  if (turn?.kind === 'nobody') return [];
  if (turn?.kind === 'voice')
    return [spoken(body, start + turn.length, end, paragraph, turn.label)];
  const quotations = findQuotations(body, start, end);
  const starts = new Set(sentences.map((sentence) => sentence.start));
  const speech = new Set(quotations.filter((q) => isSpeech(body, start, q, starts)));
  const bounds = [...uncrossedEnds(sentences, quotations), end];
  let from = start + (turn?.length ?? datelineLength(body.slice(start, end)));
  let next = 0;
  return bounds.flatMap((to) => {
    const first = next;
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= to) next++;
    const tokens = tokenise(body, from, to, quotations.slice(first, next), speech);
    const statement = { paragraph, start: from, end: to, tokens: tokens.slice(0, TOKENS_MAX) };
    from = to;
    return tokens.length > 0 ? [statement] : [];
  });
}

/** A paragraph that is one person's words. */
function spoken(
  body: string,
  start: number,
  end: number,
  paragraph: number,
  label: string,
): Statement {
  const quotation = { start, end, isClosed: true, isSingle: false };
  const tokens = tokenise(body, start, end, [quotation], new Set([quotation]));
  return { paragraph, start, end, tokens, label };
}

/** Ends of sentences that lie in no quotation. Both lists are in order: one pass over each. */
function uncrossedEnds(sentences: SentenceDraft[], quotations: Quotation[]): number[] {
  let at = 0;
  return sentences
    .slice(0, -1)
    .map(({ end }) => end)
    .filter((end) => {
      while (at < quotations.length && (quotations[at]?.end ?? 0) <= end) at++;
      const next = quotations[at];
      return !next || next.start >= end;
    });
}

/** Speech is quoted for itself; other quotations are words of the sentence around them ("a `credible` partner"). */
function isSpeech(body: string, from: number, quotation: Quotation, starts: Set<number>): boolean {
  const inner = body.slice(quotation.start + 1, quotation.end - (quotation.isClosed ? 1 : 0));
  const words = countWords(inner);
  const hasStop = !quotation.isClosed || /[,.?!…—–-]["'”’]?\s*$/u.test(inner);
  const isLong = words >= SPEECH_MIN_WORDS && hasStop;
  if (quotation.isSingle && !isLong) return false;
  if (quotation.start === from || starts.has(quotation.start))
    return (hasStop && words > 1) || words > UNCUED_MIN_WORDS;
  return isLedIn(body, from, quotation, words, isLong || hasStop);
}

function isLedIn(
  body: string,
  from: number,
  { start, end }: Quotation,
  words: number,
  hasStop: boolean,
): boolean {
  const before = body.slice(Math.max(from, start - LOOK_BACK_CHARS), start).trimEnd();
  const mark = before.slice(-1);
  const lastWord = /([\p{L}]+)[\s,:]*$/u.exec(before)?.[1] ?? '';
  // "told [`The Morning Show`] that": a listener, not what is said.
  const isCued = isCueWord(lastWord) && !/^\s+that\b/u.test(body.slice(end, end + 8));
  const opensSentence = /^\p{Lu}/u.test(body.slice(start + 1, start + 2));
  if (isCued && (hasStop || words >= SPEECH_MIN_WORDS)) return true;
  if (mark === ':') return words > 1 && (hasStop || opensSentence);
  const isListed =
    mark === ',' || mark === '—' || mark === '–' || mark === ')' || lastWord === 'and';
  return isListed && words >= UNCUED_MIN_WORDS && (opensSentence || (mark === ',' && hasStop));
}

function countWords(text: string): number {
  return text.slice(0, 400).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

import abbreviations from './abbreviations.json' with { type: 'json' };
import type { SentenceDraft } from './annotate-sentences.ts';
import type { Paragraph } from './analysis.ts';
import { findQuotations, quotationLists } from './attribution/quotations.ts';
import { findStops, type Stop } from './stops.ts';

const NEVER_END = new Set(abbreviations.neverEnd);
const BEFORE_NUMBER = new Set(abbreviations.beforeNumber);
const MAY_END = new Set(abbreviations.mayEnd);
const OPENERS = new Set(abbreviations.sentenceOpeners);

/** Letters with inner dots: "U.S", "U.S.-N", "D.C", "p.m" (the last dot is the stop). */
const INITIALISM = /^(?:[\p{L}\p{M}]+[-–])*\p{L}{1,2}(?:\.-?\p{L}{1,2})+$/u;
const INITIAL = /^(?:.{0,20}[-–.])?\p{Lu}$/u;
/** Verbs of asking and exclaiming that follow a quoted question: `"Why now?" Kim asked.` */
const CUE_AFTER_NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,5}(?:said|says|asked|asks|added|adds|told|wrote|tweeted|posted|quipped|exclaimed|shouted|replied)\b/u;
const NAME_THEN_COMMA = /^\p{Lu}[\p{L}\p{M}'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,3},\s\p{Ll}/u;

/**
 * Reasons why a stop does not close a sentence, one a pass. Each sees the stop with the word before
 * it and the text after it; the first that holds decides.
 */
const PASSES: ((stop: Stop) => boolean)[] = [
  goesOnInLowerCase,
  closesTitleOrNumber,
  closesInitial,
  closesAbbreviation,
  trailsOff,
  endsQuotedQuestion,
  numbersAnItem,
];

/** Cuts paragraphs into sentences. Slices of the body; runs in time linear in its length. */
export function splitSentences(body: string, paragraphs: Paragraph[]): SentenceDraft[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'body' ? cut(body, paragraph, index) : [],
  );
}

function cut(body: string, { start, end, text }: Paragraph, paragraph: number): SentenceDraft[] {
  const ends = findStops(text)
    .filter((stop) => !PASSES.some((pass) => pass(stop)))
    .map((stop) => start + stop.end);
  const lists = quotationLists(body, findQuotations(body, start, end));
  const sentences: SentenceDraft[] = [];
  let from = start;
  for (const to of [...ends.filter((at) => !isWithin(lists, at)), end]) {
    while (from < to && /\s/u.test(body.charAt(from))) from++;
    if (from < to) sentences.push({ start: from, end: to, text: body.slice(from, to), paragraph });
    from = to;
  }
  return sentences;
}

function isWithin(stretches: [number, number][], at: number): boolean {
  return stretches.some(([from, to]) => from < at && at < to);
}

/** "… why?" he asked; "Yahoo! and others"; "[...] and so on". */
function goesOnInLowerCase({ after }: Stop): boolean {
  return /^[\p{Ps}\p{Pi}"']{0,3}\p{Ll}/u.test(after);
}

/** "Gen. Abrams", "Jan. 10", "No. 2". */
function closesTitleOrNumber({ mark, closers, word, after }: Stop): boolean {
  if (mark !== '.' || closers) return false;
  return NEVER_END.has(word) || (BEFORE_NUMBER.has(word) && /^\d/u.test(after));
}

/** "George W. Bush", "N. Korea"; but "Plan B. The". */
function closesInitial({ mark, word, after }: Stop): boolean {
  return mark === '.' && INITIAL.test(word) && !opensSentence(after);
}

/** "U.S. President", "Washington, D.C. last week", "Acme Inc. Chairman"; but "in the U.S. The". */
function closesAbbreviation({ mark, word, after }: Stop): boolean {
  if (mark !== '.') return false;
  const isAbbreviation = INITIALISM.test(word) || MAY_END.has(word);
  return isAbbreviation && after !== '' && !opensSentence(after);
}

/** "would ... Kim said" goes on; "a short trip … It is" does not. */
function trailsOff({ mark, isDetached, after }: Stop): boolean {
  return mark === '…' && isDetached && after !== '' && !opensSentence(after);
}

/** `"Will it last?" Ann Lee asked.`: the cue after a quoted question belongs to its sentence. */
function endsQuotedQuestion({ mark, closers, after }: Stop): boolean {
  if (!/[?!]/u.test(mark) || !/["”’'»]/u.test(closers) || opensSentence(after)) return false;
  return CUE_AFTER_NAME.test(after) || NAME_THEN_COMMA.test(after);
}

/** "1. Resume talks": the number of an item in a list. */
function numbersAnItem({ mark, word, isFirst }: Stop): boolean {
  return mark === '.' && isFirst && /^\d{1,2}$/u.test(word);
}

function opensSentence(after: string): boolean {
  const word = /^[\p{P}\s]{0,3}([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? '';
  return /^\p{Lu}/u.test(word) && OPENERS.has(word.toLowerCase());
}

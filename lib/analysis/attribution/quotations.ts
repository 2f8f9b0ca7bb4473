import type { Quotation } from './quotation.ts';
import { isCueWord } from './vocabulary.ts';

const OPENERS: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '「': '」', '『': '』' };
const CLOSERS = new Set('”»」』');
const DOUBLES = /["“”„«»「」『』]/g;
/** Elisions that begin with an apostrophe. */
const ELISION = /^['’](?:\d0s|cause|em|n|til|tis|twas)\b/iu;
/** A word that plurals share with possessives: "the officials' plan" does not close a quotation. */
const WORD = /[\p{L}\p{N}]/u;
const SINGLES = /['‘’]/g;

/** The quotations of a paragraph in order, double and single; what is quoted inside one is part of it. */
export function findQuotations(body: string, start: number, end: number): Quotation[] {
  const doubles = findDoubles(body, start, end);
  const singles = gaps(doubles, start, end).flatMap(([from, to]) => findSingles(body, from, to));
  return [...doubles, ...singles].sort((a, b) => a.start - b.start);
}

/** A narrator's subject and verb at the head of a sentence. */
const NARRATION = /^\s+((?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,5})(\p{Ll}+)\b/u;
const NARRATION_MAX_CHARS = 100;

/** What stands between the quotations of a list: `"…" (May 3), "…" and "…"`. */
const BETWEEN = /^\s?(?:\([^()]{1,40}\))?,? ?(?:and|or)? ?$/u;
const BETWEEN_MAX_CHARS = 52;

/** The stretches in which quotations are listed one after another, each a part of one sentence. */
export function quotationLists(body: string, quotations: Quotation[]): [number, number][] {
  const lists: [number, number][] = [];
  quotations.forEach((quotation, index) => {
    const next = quotations[index + 1];
    if (!next || next.start - quotation.end > BETWEEN_MAX_CHARS || next.start === quotation.end)
      return;
    const between = body.slice(quotation.end, next.start);
    if (/^\s*$/u.test(between) || !BETWEEN.test(between)) return;
    const last = lists.at(-1);
    if (last && last[1] === quotation.end) last[1] = next.end;
    else lists.push([quotation.start, next.end]);
  });
  return lists;
}

function findDoubles(body: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  const close = (to: number, isClosed: boolean) => {
    if (open >= 0 && to > open + 1) found.push({ start: open, end: to, isClosed, isSingle: false });
    open = -1;
  };
  for (const { index } of body.slice(start, end).matchAll(DOUBLES)) {
    const at = start + index;
    if (open < 0) {
      if (opensHere(body, at, start)) open = at;
    } else if (closesOpen(body, at, end, body.charAt(open))) {
      close(at + 1, true);
    } else if (opensHere(body, at, start)) {
      close(lastStop(body, open, at), false);
      open = at;
    }
  }
  close(end, false);
  return found;
}

function opensHere(body: string, at: number, start: number): boolean {
  const mark = body.charAt(at);
  if (mark in OPENERS) return true;
  if (mark !== '"') return false;
  return at === start || !/[\p{L}\p{N}.,!?]/u.test(body.charAt(at - 1));
}

function closesOpen(body: string, at: number, end: number, opener: string): boolean {
  const mark = body.charAt(at);
  if (CLOSERS.has(mark) || OPENERS[opener]?.includes(mark)) return true;
  const isAfterSpace = /\s/u.test(body.charAt(at - 1));
  const isBeforeWord = at + 1 < end && /[\p{L}\p{N}[]/u.test(body.charAt(at + 1));
  return mark === '"' || mark === opener ? !(isAfterSpace && isBeforeWord) : false;
}

/** An unclosed quotation before the next one ends where the narrator goes on, else with its last sentence. */
function lastStop(body: string, open: number, next: number): number {
  let last = open;
  for (let at = open + 1; at < next; at++) {
    if (!/[.!?…]/u.test(body.charAt(at)) || !/\s/u.test(body.charAt(at + 1))) continue;
    last = at + 1;
    if (isNarration(body.slice(last, Math.min(next, last + NARRATION_MAX_CHARS)))) return last;
  }
  return last;
}

/** "Ann Lee told": capitals that are no "I" or "we", right before a verb of speech. */
function isNarration(text: string): boolean {
  const [, subject = '', verb = ''] = NARRATION.exec(text) ?? [];
  return isCueWord(verb) && !/^(?:I|We|You)\s/u.test(subject);
}

function gaps(taken: Quotation[], start: number, end: number): [number, number][] {
  const free: [number, number][] = [];
  let from = start;
  for (const quotation of taken) {
    free.push([from, quotation.start]);
    from = quotation.end;
  }
  return [...free, [from, end]];
}

function findSingles(body: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let doubtful = -1;
  const close = (at: number) => {
    if (open >= 0 && at > open)
      found.push({ start: open, end: at + 1, isClosed: true, isSingle: true });
    open = doubtful = -1;
  };
  for (const { index } of body.slice(start, end).matchAll(SINGLES)) {
    const at = start + index;
    if (opensSingle(body, at, start, end)) {
      close(doubtful);
      open = at;
    } else if (open >= 0 && !isInsideWord(body, at, end)) {
      if (/[sS]/u.test(body.charAt(at - 1))) doubtful = at;
      else close(at);
    }
  }
  close(doubtful);
  return found;
}

function opensSingle(body: string, at: number, start: number, end: number): boolean {
  const mark = body.charAt(at);
  if (mark === '‘') return true;
  if (mark === '’' || at + 1 >= end) return false;
  const isBeforeWord = /[\p{L}\p{N}[]/u.test(body.charAt(at + 1));
  const isAfterWord = at > start && !/[\s([—–]/u.test(body.charAt(at - 1));
  return isBeforeWord && !isAfterWord && !ELISION.test(body.slice(at, at + 8));
}

function isInsideWord(body: string, at: number, end: number): boolean {
  return at + 1 < end && WORD.test(body.charAt(at + 1)) && WORD.test(body.charAt(at - 1));
}

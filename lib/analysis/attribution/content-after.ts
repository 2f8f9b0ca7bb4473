import type { Cue } from './cues.ts';
import { isBoundary, type Phrase } from './phrase-core.ts';
import { phraseStartingAt } from './phrases.ts';
import { opensClause } from './that-clause.ts';
import { counts, isTimeNoun, isTimeOrManner } from './times.ts';
import type { Token } from './tokens.ts';
import {
  isAdverb,
  isAuxiliary,
  isConjunction,
  isDeterminer,
  isPreposition,
  isTime,
} from './vocabulary.ts';
import { zeroClause } from './zero-clause.ts';

/** Where the words that a cue introduces begin, and how they are led in. */
export interface ContentStart {
  /**
   * `speech` a quotation, `that` a that-clause, `clause` one without "that", `medial` the rest of a
   * clause that the cue interrupts, `none` nothing.
   */
  kind: 'speech' | 'that' | 'clause' | 'medial' | 'none';
  at: number;
  medium: Phrase | null;
}

const REACH_TOKENS = 45;
const LISTENER_MAX_TOKENS = 9;
/** Words that open an insert between a cue and its content: ", citing two officials, that". */
const INSERT =
  /^(?:citing|quoting|in|on|at|during|speaking|when|while|without|also|however|after|following|amid|despite|according|before|via|through|for|as|referring|asked|with|again|meanwhile|too|instead|though|by|noting)$/u;
const PRONOUN =
  /^(?:he|she|they|it|we|i|you|there|this|these|those|his|her|their|its|our|my|what|if|no|nothing|nobody|none)$/u;

/** Looks to the right of a cue, over listener, time and place, for what is said. */
export function findContentAfter(tokens: Token[], cue: Cue): ContentStart {
  const listener =
    cue.classes.has('tell') && !cue.isInverted ? listenerAfter(tokens, cue.end + 1) : null;
  const from = listener?.end ?? pastListener(tokens, cue.end + 1);
  const medium = listener?.phrase ?? mediumAfter(tokens, cue.end + 1);
  return { ...scan(tokens, cue, from), medium };
}

/** "told [Axios]", "told [reporters]", "told [a forum in Oslo]". */
function listenerAfter(tokens: Token[], from: number): { end: number; phrase: Phrase | null } {
  const phrase = phraseStartingAt(tokens, from);
  let end = from;
  while (end < tokens.length && end < from + LISTENER_MAX_TOKENS) {
    const token = tokens[end];
    if (
      isBoundary(token) ||
      token?.lower === 'that' ||
      isTime(token) ||
      (isPreposition(token) && end > from)
    )
      break;
    if (end > from && !isNounLike(tokens, end)) break;
    end++;
  }
  return { end, phrase };
}

/** "confirmed [to the Ledger] there had been talks" */
function pastListener(tokens: Token[], from: number): number {
  const listener = tokens[from]?.lower === 'to' ? phraseStartingAt(tokens, from + 1) : null;
  return listener && listener.kind !== 'pronoun' ? listener.to + 1 : from;
}

function isNounLike(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  return (
    !isDeterminer(token) &&
    !isConjunction(token) &&
    !isAuxiliary(token) &&
    !PRONOUN.test(token?.lower ?? '')
  );
}

const CARRIED = /^(?:carried|released|published|reported|distributed|broadcast|quoted)$/u;

/** "in an interview with [Axios]": the outlet that a remark was made to. */
function mediumAfter(tokens: Token[], from: number): Phrase | null {
  for (let at = from; at < Math.min(tokens.length, from + 14); at++) {
    if (isBoundary(tokens[at]) || tokens[at]?.lower === 'that') return null;
    // "said to [Voice of America]"
    if (at === from && tokens[at]?.lower === 'to') return phraseStartingAt(tokens, at + 1);
    const isCarried =
      /^(?:by|through)$/u.test(tokens[at]?.lower ?? '') &&
      CARRIED.test(tokens[at - 1]?.lower ?? '');
    if (isCarried) return phraseStartingAt(tokens, at + 1);
    if (
      /^(?:interview|conversation|podcast|call)$/u.test(tokens[at]?.lower ?? '') &&
      tokens[at + 1]?.lower === 'with'
    )
      return phraseStartingAt(tokens, at + 2);
  }
  return null;
}

function scan(tokens: Token[], cue: Cue, from: number): Pick<ContentStart, 'kind' | 'at'> {
  let isDirect = true;
  for (let at = from; at < Math.min(tokens.length, from + REACH_TOKENS); at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'speech')
      return isDirect || isLedIn(tokens, at) ? { kind: 'speech', at } : NONE;
    if (token.lower === 'that' && !token.isQuoted && opensClause(tokens, at))
      return { kind: 'that', at: at + 1 };
    if (token.text === '(') at = closing(tokens, at);
    else if (token.text === ',' || token.text === ':') {
      const next = tokens[at + 1];
      if (next?.kind === 'speech') return { kind: 'speech', at: at + 1 };
      const end = insertEnd(tokens, at + 1);
      if (end === null) return isMedial(tokens, cue, at) ? { kind: 'medial', at: at + 1 } : NONE;
      isDirect = true;
      at = end;
    } else if (isBoundary(token)) return NONE;
    else if (
      (isTime(token) && !counts(tokens, at)) ||
      isTimeNoun(tokens, at) ||
      (isAdverb(token) &&
        !isAuxiliary(token) &&
        !/^(?:to)$/u.test(token.lower) &&
        isTimeOrManner(token))
    )
      continue;
    else if (isPreposition(token) && isDirect && isTime(tokens[at + 1]) && !counts(tokens, at + 1))
      continue;
    else if (isPreposition(token) && isDirect && !startsClauseWith(tokens, at)) isDirect = false;
    else if (isDirect) return zeroClause(tokens, cue, at) ?? NONE;
  }
  return NONE;
}

const NONE = { kind: 'none', at: -1 } as const;

function closing(tokens: Token[], at: number): number {
  for (let end = at; end < Math.min(tokens.length, at + 12); end++)
    if (tokens[end]?.text === ')') return end;
  return at;
}

/** Index of the comma that ends an insert, if one begins at `from` and content may follow. */
function insertEnd(tokens: Token[], from: number): number | null {
  const first = tokens[from];
  if (!first || !(INSERT.test(first.lower) || isTime(first))) return null;
  for (let at = from; at < Math.min(tokens.length, from + REACH_TOKENS); at++) {
    if (tokens[at]?.kind === 'speech') return null;
    if (tokens[at]?.text === ',' && !tokens[at]?.isQuoted && continuesAfter(tokens, at + 1))
      return at;
  }
  return null;
}

function continuesAfter(tokens: Token[], at: number): boolean {
  const next = tokens[at];
  return next?.kind === 'speech' || next?.lower === 'that';
}

/** ", he said, " inside a clause; but not before an apposition to what was said. */
function isMedial(tokens: Token[], cue: Cue, at: number): boolean {
  const next = tokens[at + 1];
  const isTrailing =
    /^(?:adding|citing|referring|noting|saying|stressing|quoting|who|which|according|without|when|where|reiterating|suggesting|urging|calling|describing|warning|arguing|pointing|insisting)$/u.test(
      next?.lower ?? '',
    );
  return !!next && !isTrailing && !cue.isInherited && tokens[cue.subjectFrom - 1]?.text === ',';
}

function isLedIn(tokens: Token[], at: number): boolean {
  return tokens[at - 1]?.text === ',' || tokens[at - 1]?.text === ':';
}

/** "said in 2020 the talks…" is rare; "said despite the talks, …" is a clause in front of the content. */
function startsClauseWith(tokens: Token[], at: number): boolean {
  return /^(?:despite|unlike|given|amid)$/u.test(tokens[at]?.lower ?? '');
}

import { isBoundary, type Phrase } from './phrase-core.ts';
import { phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isDocumentNoun, isFiniteVerb, isPreposition, isSpeechNoun } from './vocabulary.ts';

const ISSUED =
  /^(?:published|released|issued|carried|posted|printed|wrote|written|sent|signed|ran|aired|put)$/u;
const CABLE = /^(?:cables?|telegrams?|notes?|e-?mails?)$/u;
const REACH_TOKENS = 26;
const MODIFIERS_MAX = 5;

/**
 * The phrase that names who wrote a document: "a report that [Axios] published", "a letter to Berg from
 * [Ann Lee]"; null where the text names nobody there. Whoever it is written to is not the writer.
 */
export function writerPhrase(tokens: Token[], { coreTo }: Phrase): Phrase | null {
  const next = tokens[coreTo + 1]?.lower ?? '';
  if (next === 'of') return named(phraseStartingAt(tokens, coreTo + 2));
  if (ISSUED.test(next) && /^(?:by|on|in|from)$/u.test(tokens[coreTo + 2]?.lower ?? ''))
    return named(phraseStartingAt(tokens, coreTo + 3));
  if (/^(?:that|which)$/u.test(next)) {
    const writer = named(phraseStartingAt(tokens, coreTo + 2));
    return writer && ISSUED.test(tokens[writer.to + 1]?.lower ?? '') ? writer : null;
  }
  for (let at = coreTo + 1; at < coreTo + REACH_TOKENS && isInside(tokens, at); at++)
    if (/^(?:by|from)$/u.test(tokens[at]?.lower ?? ''))
      return named(phraseStartingAt(tokens, at + 1));
  return null;
}

function named(phrase: Phrase | null): Phrase | null {
  return phrase?.kind === 'name' ? phrase : null;
}

function isInside(tokens: Token[], at: number): boolean {
  return !isBoundary(tokens[at]) && !isFiniteVerb(tokens[at]);
}

/** The writer of a document that is a subject and ends at token `to`: "a letter from [Ann Lee] to Berg". */
export function writerEndingAt(tokens: Token[], to: number): Phrase | null {
  for (let at = to - 1; at > to - REACH_TOKENS && isInside(tokens, at); at--) {
    if (!isWriting(tokens[at]) || isGoverned(tokens, at)) continue;
    const writer = writerPhrase(tokens, writingAt(at));
    return writer && writer.to <= to ? writer : null;
  }
  return null;
}

function isWriting(token: Token | undefined): boolean {
  const word = token?.lower ?? '';
  return token?.kind === 'word' && (isSpeechNoun(word) || isDocumentNoun(word) || CABLE.test(word));
}

function writingAt(at: number): Phrase {
  return { from: at, to: at, coreFrom: at, coreTo: at, kind: 'role', noun: '', isPlural: false };
}

/** "[in] an open letter": what is put in front of a subject is none. */
function isGoverned(tokens: Token[], noun: number): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - MODIFIERS_MAX); at--) {
    if (isPreposition(tokens[at])) return true;
    if (!isInside(tokens, at)) return false;
  }
  return false;
}

import { isBoundary, type Phrase } from './phrase-core.ts';
import { phraseEndingAt, phraseStartingAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import {
  isAdverb,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isPreposition,
  isSubordinator,
  isTime,
  isTitle,
  roleOf,
} from './vocabulary.ts';
import { writerEndingAt } from './writers.ts';

const REACH_TOKENS = 60;
const INSERTS_MAX = 6;
const PLACE_MAX_TOKENS = 8;
const MODIFIERS_MAX = 8;

/** "experts [here]" */
const HERE = /^(?:here|there)$/u;

/** A subject and where the words that belong to it begin: "[Ann Lee, a professor], said". */
export interface Subject {
  phrase: Phrase;
  from: number;
}

/** The subject of the verb at `verb` that stands before it, over adverbs, inserts and relative clauses. */
export function subjectBefore(tokens: Token[], verb: number): Subject | null {
  let at = verb - 1;
  while (at >= 0 && (isAdverb(tokens[at]) || HERE.test(tokens[at]?.lower ?? ''))) at--;
  const last = tokens[at];
  if (!last) return null;
  if (last.text === ',') return subjectOverInserts(tokens, at);
  if (/^(?:who|which|that)$/u.test(last.lower)) {
    const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
    return asSubject(subjectEndingAt(tokens, end));
  }
  return asSubject(subjectEndingAt(tokens, at));
}

/** The phrase that ends at a token: of a document its writer, of two that are told apart the one that is meant. */
function subjectEndingAt(tokens: Token[], to: number): Phrase | null {
  const phrase = writerEndingAt(tokens, to) ?? phraseEndingAt(tokens, to);
  if (!phrase) return null;
  const not = contrastBefore(tokens, phrase);
  if (not === null) return phrase;
  let at = not - 1;
  while (/^(?:and|but|,)$/u.test(tokens[at]?.lower ?? '')) at--;
  return tokens[not]?.lower === 'not' ? phraseEndingAt(tokens, at) : null;
}

/** "Ann Lee, [not] Berg, who …", "Ann Lee rather [than] Berg, who …": where it is told who did not. */
function contrastBefore(tokens: Token[], { from, coreFrom }: Phrase): number | null {
  for (let at = coreFrom - 1; at >= Math.max(0, from - 1); at--)
    if (/^(?:not|than)$/u.test(tokens[at]?.lower ?? '')) return at;
  return null;
}

function asSubject(phrase: Phrase | null): Subject | null {
  return phrase && { phrase, from: phrase.from };
}

/** "Ann Lee, a professor at Lake College, told": from the comma before the verb back to the name. */
function subjectOverInserts(tokens: Token[], lastComma: number): Subject | null {
  let comma = lastComma;
  for (let count = 0; count < INSERTS_MAX; count++) {
    comma = commaBefore(tokens, comma);
    if (comma < 1) return null;
    const phrase = subjectEndingAt(tokens, comma - 1);
    if (!phrase) continue;
    const name = nameInInsert(tokens, comma, lastComma);
    if ((phrase.kind === 'role' || isTitle(tokens[phrase.coreTo])) && name)
      return { phrase: name, from: phrase.from };
    if (!describesName(tokens, phrase)) return { phrase, from: phrase.from };
  }
  return null;
}

function commaBefore(tokens: Token[], at: number): number {
  for (let i = at - 1; i >= 0 && i > at - REACH_TOKENS; i--) {
    if (tokens[i]?.text === ',' && !tokens[i]?.isQuoted) return i;
    if (tokens[i]?.kind === 'speech' || tokens[i]?.text === ';') return -1;
  }
  return -1;
}

/** "the envoy, [Ann Lee], said": the insert is nothing but a name. */
function nameInInsert(tokens: Token[], comma: number, end: number): Phrase | null {
  const name = phraseEndingAt(tokens, end - 1);
  return name?.kind === 'name' && name.from === comma + 1 && !name.noun ? name : null;
}

/** A description right after a name and a comma belongs to that name. */
function describesName(tokens: Token[], phrase: Phrase): boolean {
  if (phrase.kind !== 'role') return false;
  let comma = phrase.from - 1;
  while (comma > phrase.from - MODIFIERS_MAX && isDescription(tokens[comma])) comma--;
  return tokens[comma]?.text === ',' && phraseEndingAt(tokens, comma - 1)?.kind === 'name';
}

/** "chief operating [officer]": words before a noun that are no clause. */
function isDescription(token: Token | undefined): boolean {
  return !isBoundary(token) && !isFiniteVerb(token) && !isPreposition(token);
}

/** Who does what the statement tells: its first phrase before a finite verb, after what is put in front. */
export function mainSubject(tokens: Token[], before = tokens.length): Phrase | null {
  let at = 0;
  while (at < Math.min(before, REACH_TOKENS)) {
    at = skipConnectives(tokens, at);
    const phrase = phraseStartingAt(tokens, at);
    if (phrase && carriesVerb(tokens, afterPlace(tokens, phrase)))
      return nameAfter(tokens, phrase) ?? phrase;
    if (!isPutInFront(tokens, at)) return null;
    at = afterComma(tokens, at);
  }
  return null;
}

function skipConnectives(tokens: Token[], from: number): number {
  let at = from;
  while (
    /^(?:and|but|yet|still|so|then|however|meanwhile|nevertheless|instead|also|while|that)$/u.test(
      tokens[at]?.lower ?? '',
    ) &&
    !isBoundary(tokens[at])
  )
    at++;
  return tokens[at]?.text === ',' ? at + 1 : at;
}

/** "the envoy, [Ann Lee], spoke": the name that a description leads in. */
export function nameAfter(tokens: Token[], { kind, to }: Phrase): Phrase | null {
  if (kind !== 'role' || tokens[to + 1]?.text !== ',') return null;
  const name = phraseStartingAt(tokens, to + 2);
  return name?.kind === 'name' && /^[,.]$/u.test(tokens[name.to + 1]?.text ?? ',') ? name : null;
}

/** First token after "of the Lake Institute" that follows a name. */
function afterPlace(tokens: Token[], { kind, to }: Phrase): number {
  if (kind !== 'name' || !/^(?:of|from|at|with|in|for)$/u.test(tokens[to + 1]?.lower ?? ''))
    return to + 1;
  let at = to + 2;
  if (isDeterminer(tokens[at])) at++;
  const end = at + PLACE_MAX_TOKENS;
  while (at < end && !isBoundary(tokens[at]) && !isFiniteVerb(tokens[at])) at++;
  return at;
}

function carriesVerb(tokens: Token[], from: number): boolean {
  let at = from;
  if (tokens[at]?.text === '(') while (at < tokens.length && tokens[at++]?.text !== ')');
  while (isAdverb(tokens[at]) && !isFiniteVerb(tokens[at])) at++;
  if (isFiniteVerb(tokens[at])) return true;
  if (/^who$/u.test(tokens[at]?.lower ?? '')) return true;
  if (tokens[at]?.text !== ',') return false;
  for (let inserts = 0; inserts < INSERTS_MAX; inserts++) {
    const next = afterComma(tokens, at + 1);
    if (next >= tokens.length) return false;
    let verb = next;
    while (isAdverb(tokens[verb]) && !isFiniteVerb(tokens[verb])) verb++;
    if (isFiniteVerb(tokens[verb])) return true;
    at = next - 1;
  }
  return false;
}

/** "In Seoul,", "When asked,", "Speaking in Oslo,", "On March 3,", "Last week," stand before the subject. */
function isPutInFront(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.kind === 'speech') return !!token;
  if (isPreposition(token) || isSubordinator(token) || isTime(token) || isAdverb(token))
    return true;
  if (/^(?:last|this|next|earlier|asked|citing|according)$/u.test(token.lower)) return true;
  return (
    /^\p{L}+ing$/u.test(token.text) &&
    !roleOf(token) &&
    !isDeterminer(token) &&
    !isConjunction(token)
  );
}

function afterComma(tokens: Token[], from: number): number {
  let at = from;
  while (
    at < tokens.length &&
    (tokens[at]?.text !== ',' || tokens[at]?.isQuoted) &&
    tokens[at]?.kind !== 'speech'
  )
    at++;
  return at + 1;
}

import { isBoundary } from './phrase-core.ts';
import { isCapital, type Token } from './tokens.ts';
import {
  isBodyWord,
  isDeterminer,
  isFiniteVerb,
  isInstitution,
  isPersonNoun,
  isPreposition,
  isTitle,
  roleOf,
} from './vocabulary.ts';

/** What a text says somebody is: "director of the North Division" at the "Lake Institute". */
export interface Description {
  role: string | null;
  affiliation: string | null;
  /** Nouns that stand for the person later ("the director"); "Presidents Lee and Berg" share theirs. */
  nouns: string[];
}

const APPOSITIVE_MAX_TOKENS = 30;
/** Words between a role and the body it is held at, the most telling first. */
const JOINS_NAME = /^(?:of|for|and|the|&|in|on)$/u;
const KIN = /^(?:sister|brother|wife|husband|son|daughter|father|mother)$/u;
const HONORIFIC = /^(?:ayatollah|sheikh|mr|ms|mrs|dr|sir|lord|mr\.|ms\.|mrs\.|dr\.)$/u;
const LINKS = ['at', 'with', 'from', 'of'];

/** The description between commas after a name that ends at `to`, or null where none stands there. */
export function descriptionAfter(tokens: Token[], body: string, to: number): Description | null {
  if (tokens[to + 1]?.text !== ',') return null;
  const from = to + 2;
  let end = from;
  while (end < tokens.length && end < from + APPOSITIVE_MAX_TOKENS && !endsAppositive(tokens, end))
    end++;
  return isNextSubject(tokens, end) ? null : describe(tokens, body, from, end);
}

/** "the plan of Berg, [the head of the Lake Fund Ann Lee] said": no apposition, but who speaks. */
function isNextSubject(tokens: Token[], end: number): boolean {
  if (!/^(?:said|told)$/u.test(tokens[end]?.lower ?? '')) return false;
  const name = [tokens[end - 2], tokens[end - 1]];
  return name.every((token) => isCapital(token) && !isBodyWord(token) && !roleOf(token));
}

/** "Ann Lee of the Lake Institute": the body that a preposition puts right after a name. */
export function placeAfter(tokens: Token[], body: string, to: number): Description | null {
  const link = tokens[to + 1]?.text === ',' ? to + 2 : to + 1;
  if (!/^(?:of|from|at|with)$/u.test(tokens[link]?.lower ?? '')) return null;
  const from = isDeterminer(tokens[link + 1]) ? link + 2 : link + 1;
  let end = from;
  while (isCapital(tokens[end]) || (end > from && JOINS_NAME.test(tokens[end]?.lower ?? ''))) end++;
  while (end > from && !isCapital(tokens[end - 1])) end--;
  const isBody = tokens.slice(from, end).some((token) => isBodyWord(token) && !isTitle(token));
  return isBody ? { role: null, affiliation: textOf(tokens, body, from, end), nouns: [] } : null;
}

/** The description right before a name: "North Korean leader", "US Deputy Secretary of State". */
export function descriptionBefore(
  tokens: Token[],
  body: string,
  from: number,
  nameFrom: number,
): Description | null {
  return nameFrom > from ? describe(tokens, body, from, nameFrom) : null;
}

function endsAppositive(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.text === '(' || token?.text === ')') return false;
  return isBoundary(token) || /^(?:who|which|said|told)$/u.test(token?.lower ?? '');
}

function describe(tokens: Token[], body: string, from: number, end: number): Description | null {
  const start = isDeterminer(tokens[from]) ? from + 1 : from;
  const head = headOf(tokens, start, end);
  if (head < 0) return null;
  end = phraseEnd(tokens, head, end);
  while (end > head + 1 && HONORIFIC.test(tokens[end - 1]?.lower ?? '')) end--;
  const link = linkOf(tokens, head, end);
  return {
    role: isKin(tokens, head, link ?? end) ? null : textOf(tokens, body, start, link ?? end),
    affiliation: link === null ? null : affiliation(tokens, body, link + 1, end),
    nouns: tokens
      .slice(start, link ?? end)
      .map((token) => roleOf(token))
      .filter((noun, at): noun is string => noun !== null && noun === tokens[start + at]?.lower),
  };
}

/** "His sister Ann Lee": a tie to somebody who is not named there is no role. */
function isKin(tokens: Token[], head: number, end: number): boolean {
  return head === end - 1 && KIN.test(tokens[head]?.lower ?? '');
}

/** A role is a noun phrase: it ends before "who", "whose" and before a verb ("a professor [based in]"). */
function phraseEnd(tokens: Token[], head: number, end: number): number {
  for (let at = head + 1; at < end; at++) {
    const isRelative = /^(?:who|whose|whom|which|that|when|where)$/u.test(tokens[at]?.lower ?? '');
    if (isRelative || (isFiniteVerb(tokens[at]) && !isCapital(tokens[at]))) return at;
  }
  return end;
}

/** The first noun for a person or body, if nothing before it shows that this is a clause of its own. */
function headOf(tokens: Token[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const [token, noun] = [tokens[at], roleOf(tokens[at])];
    if (
      /^(?:citing|speaking|quoting|writing|referring|whose|who|whom|which|that|where|when)$/u.test(
        token?.lower ?? '',
      )
    )
      return -1;
    if (isPreposition(token) || isFiniteVerb(token) || token?.kind !== 'word') return -1;
    if (noun && !roleOf(tokens[at + 1]) && (isPersonNoun(noun) || isInstitution(noun))) return at;
  }
  return -1;
}

function linkOf(tokens: Token[], head: number, end: number): number | null {
  for (const link of LINKS)
    for (let at = end - 2; at > head; at--) {
      if (tokens[at]?.lower !== link) continue;
      const next = isDeterminer(tokens[at + 1]) ? tokens[at + 2] : tokens[at + 1];
      if (isCapital(next) && (link === 'at' || namesBody(tokens, at + 1, end))) return at;
    }
  return null;
}

function namesBody(tokens: Token[], from: number, end: number): boolean {
  const named = tokens.slice(from, end).filter((token) => isCapital(token));
  const [only] = named;
  if (named.length === 1 && only && /^\p{Lu}{3,}$/u.test(only.text)) return true;
  return named.some((token) => isInstitution(roleOf(token) ?? ''));
}

function affiliation(tokens: Token[], body: string, from: number, end: number): string {
  return textOf(tokens, body, isDeterminer(tokens[from]) ? from + 1 : from, end);
}

function textOf(tokens: Token[], body: string, from: number, end: number): string {
  return body.slice(tokens[from]?.start, tokens[end - 1]?.end);
}

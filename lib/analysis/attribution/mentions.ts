import { figureNamed, figuresCalled, type Cast, type Figure } from './cast.ts';
import { looksLikePerson, nameText, stripTitles } from './census.ts';
import type { Span } from './claim.ts';
import { tokenise, isCapital, isPossessive, type Token } from './tokens.ts';
import {
  isBodyWord,
  isConjunction,
  isDeterminer,
  isFiniteVerb,
  isPreposition,
} from './vocabulary.ts';

const MENTION_MAX_CHARS = 4000;

/** The figures that a stretch of text names, possessives included. */
export function figuresIn(cast: Cast, body: string, spans: Span[]): Set<Figure> {
  const found = new Set<Figure>();
  for (const { start, end } of spans) {
    const to = Math.min(end, start + MENTION_MAX_CHARS);
    for (const { figure } of mentionsOf(cast, body, tokenise(body, start, to, [], new Set())))
      found.add(figure);
  }
  return found;
}

/** A figure named at a token. */
export interface Mention {
  figure: Figure;
  at: number;
  isPossessive: boolean;
}

/** The figures that tokens name, in order; a name that fits several is left out. */
export function mentionsOf(cast: Cast, body: string, tokens: Token[]): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = runEnd(tokens, at);
    const figure = end > at ? figureOf(cast, body, tokens, at, end - 1) : null;
    if (figure) found.push({ figure, at, isPossessive: isPossessive(tokens[end - 1]) });
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Somebody named at a token, known or not. */
export interface Named {
  figure: Figure | null;
  name: string;
  isPossessive: boolean;
  /** First token, and the one after the last. */
  from: number;
  end: number;
}

/** Everybody whom tokens name, and whoever looks like a person without being known; no places. */
export function namedIn(cast: Cast, body: string, tokens: Token[]): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = runEnd(tokens, at);
    if (end > at) {
      const figure = figureOf(cast, body, tokens, at, end - 1);
      const isPlace = /^(?:in|at|near|from)$/u.test(tokens[at - 1]?.lower ?? '');
      if (
        figure ||
        (!isPlace && (looksLikePerson(tokens, at, end - 1) || isLoneSubject(tokens, at, end)))
      )
        found.push({
          figure,
          name: nameText(tokens, body, at, end - 1),
          isPossessive: isPossessive(tokens[end - 1]),
          from: at,
          end,
        });
    }
    at = Math.max(end, at + 1);
  }
  return found;
}

/** "…, and [Zarif] smiled": one unknown word that does something. */
function isLoneSubject(tokens: Token[], at: number, end: number): boolean {
  return (
    end === at + 1 &&
    isConjunction(tokens[at - 1]) &&
    isFiniteVerb(tokens[end]) &&
    !isBodyWord(tokens[at])
  );
}

function figureOf(
  cast: Cast,
  body: string,
  tokens: Token[],
  from: number,
  to: number,
): Figure | null {
  const { from: start } = stripTitles(tokens, from, to);
  const name = nameText(tokens, body, start, to);
  const known = figureNamed(cast, name);
  if (known || start < to) return known;
  const called = figuresCalled(cast, name);
  return called.length === 1 ? (called[0] ?? null) : null;
}

function runEnd(tokens: Token[], at: number): number {
  let end = at;
  while (end < tokens.length && end < at + 6) {
    const token = tokens[end];
    if (!isCapital(token)) break;
    if (end === at && (isDeterminer(token) || isPreposition(token) || isConjunction(token))) break;
    end++;
    if (isPossessive(token)) break;
  }
  return end;
}

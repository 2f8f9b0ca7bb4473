import {
  descriptionAfter,
  descriptionBefore,
  placeAfter,
  type Description,
} from './appositives.ts';
import { figureNamed, figuresCalled, introduce, learn, type Cast, type Figure } from './cast.ts';
import { isDemonym } from './names.ts';
import { isCapital, isNameParticle, isPossessive, tokenise, type Token } from './tokens.ts';
import {
  cueForm,
  isBodyWord,
  isConjunction,
  isDeterminer,
  isPersonNoun,
  isPreposition,
  isTime,
  isTitle,
  roleOf,
} from './vocabulary.ts';

/** A name as written: its tokens without titles, and how it is described there. */
export interface NameMention {
  from: number;
  to: number;
  hasTitle: boolean;
}

const NAME_MAX_TOKENS = 8;

/**
 * Introduces every person whom the text names in full with a title, a description or a cue. What stands in
 * a quotation is read apart: its words describe nobody outside.
 */
export function takeCensus(cast: Cast, tokens: Token[], body: string): void {
  for (const figure of peopleIn(cast, tokens, body)) figure.isNarrated = true;
  for (const { kind, start, end } of tokens)
    if (kind === 'speech') peopleIn(cast, tokenise(body, start, end, [], new Set()), body);
}

function peopleIn(cast: Cast, tokens: Token[], body: string): Figure[] {
  const people: Figure[] = [];
  for (let at = 0; at < tokens.length;) {
    const end = nameEnd(tokens, at);
    const person = end > at ? meet(cast, tokens, body, at, end - 1) : null;
    if (person) people.push(person);
    at = Math.max(end, at + 1);
  }
  return people;
}

function meet(cast: Cast, tokens: Token[], body: string, from: number, to: number): Figure | null {
  const { from: nameFrom, hasTitle } = stripTitles(tokens, from, to);
  const figure = knownFigure(cast, tokens, body, nameFrom, to);
  const after = descriptionAfter(tokens, body, to) ?? placeAfter(tokens, body, to);
  const isCue =
    cueForm(tokens[to + 1]) !== null || /^(?:said|says)$/u.test(tokens[from - 1]?.lower ?? '');
  const isKnownPerson = figure?.kind === 'person';
  if (
    !isKnownPerson &&
    !(
      looksLikePerson(tokens, nameFrom, to) &&
      !figure &&
      (hasTitle || after || isCue || isIntroduced(tokens, from, to))
    )
  )
    return null;
  const person = figure ?? introduce(cast, nameText(tokens, body, nameFrom, to), 'person');
  if (nameFrom < to) person.isIntroduced = true;
  learnFrom(person, tokens, body, from, nameFrom, after);
  return person;
}

/** "Ann Lee, who …", "the Lake Institute's Ann Lee". */
function isIntroduced(tokens: Token[], from: number, to: number): boolean {
  const next = tokens[to + 1]?.text === ',' ? tokens[to + 2] : tokens[to + 1];
  const before = tokens[from - 1];
  return next?.lower === 'who' || (isPossessive(before) && isBodyWord(before));
}

function learnFrom(
  person: Figure,
  tokens: Token[],
  body: string,
  from: number,
  nameFrom: number,
  after: Description | null,
): void {
  learn(person, after);
  learn(person, descriptionBefore(tokens, body, titleStart(tokens, from), nameFrom));
  const title = tokens[nameFrom - 1]?.lower ?? '';
  if (/^(?:mr|mr\.)$/u.test(title)) person.pronoun ??= 'he';
  if (/^(?:ms|ms\.|mrs|mrs\.|miss)$/u.test(title)) person.pronoun ??= 'she';
}

/** "[spokesperson] Karoline Leavitt": lower-case titles before the capitals. */
function titleStart(tokens: Token[], from: number): number {
  let start = from;
  while (
    roleOf(tokens[start - 1]) &&
    !isCapital(tokens[start - 1]) &&
    !isPossessive(tokens[start - 1])
  )
    start--;
  return start;
}

/** "President Trump": a title before the family name of the only person that it fits. */
function knownFigure(
  cast: Cast,
  tokens: Token[],
  body: string,
  from: number,
  to: number,
): Figure | null {
  const name = nameText(tokens, body, from, to);
  const known = figureNamed(cast, name);
  if (known || from < to) return known;
  const called = figuresCalled(cast, name);
  return called.length === 1 ? (called[0] ?? null) : null;
}

/** The run of capitalised words that begins at `at`; a possessive ends it. */
function nameEnd(tokens: Token[], at: number): number {
  let end = at;
  while (end < tokens.length && end - at < NAME_MAX_TOKENS) {
    const token = tokens[end];
    if (!token || !isNamePart(tokens, end)) break;
    if (end === at && (isDeterminer(token) || isPreposition(token) || isConjunction(token))) break;
    end++;
    if (isPossessive(token)) break;
  }
  while (end > at && isNameParticle(tokens[end - 1])) end--;
  return end;
}

function isNamePart(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (isTime(token)) return isBodyWord(tokens[at + 1]) && isCapital(token);
  return isCapital(token) || isNameParticle(token);
}

/** "Ministry of Commerce", unless an office with a name follows: "Ministry of Commerce Spokesman Lee". */
function linksBody(tokens: Token[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++)
    if (isBodyWord(tokens[at]) && /^(?:of|for)$/u.test(tokens[at + 1]?.lower ?? ''))
      return !tokens.slice(at, to).some((token) => isPersonNoun(roleOf(token) ?? ''));
  return false;
}

/** A name without the titles and demonyms before it; a body's name ("State Department") stays whole. */
export function stripTitles(tokens: Token[], from: number, to: number): NameMention {
  let start = from;
  if (isBodyWord(tokens[to]) || linksBody(tokens, from, to)) return { from, to, hasTitle: false };
  while (start < to && (isTitle(tokens[start]) || isDemonym(tokens[start]?.text ?? ''))) start++;
  if (start < to) start = pastUnknownState(tokens, start, to);
  const isTitled = tokens.slice(from, start).some((token) => isTitle(token));
  const isCalled = isPersonNoun(roleOf(tokens[from - 1]) ?? '') && !isCapital(tokens[from - 1]);
  return { from: start, to, hasTitle: isTitled || isCalled };
}

/** Offices that no family has as its name. */
const OFFICE =
  /^(?:president|premier|minister|secretary|ambassador|spokes(?:man|woman|person)|chair(?:man|woman))$/u;
const STATE_MAX_TOKENS = 2;

/** "[Belmoran Foreign Minister] Ann Lee": the state before an office need not be known. */
function pastUnknownState(tokens: Token[], from: number, to: number): number {
  let office = from;
  while (office < to && !isTitle(tokens[office])) office++;
  if (office === from || office - from > STATE_MAX_TOKENS) return from;
  let start = office;
  while (start < to && isTitle(tokens[start])) start++;
  const isFull = start < to;
  const isOffice = tokens
    .slice(office, start)
    .some((token) => OFFICE.test(token.lower) || (isFull && isPersonNoun(roleOf(token) ?? '')));
  return isOffice ? start : from;
}

export function looksLikePerson(tokens: Token[], from: number, to: number): boolean {
  if (to - from < 1 || to - from > NAME_MAX_TOKENS - 3) return false;
  return tokens
    .slice(from, to + 1)
    .every(
      (token) =>
        (isCapital(token) &&
          !roleOf(token) &&
          !isBodyWord(token) &&
          !isDemonym(token.text) &&
          /\p{Ll}/u.test(token.text)) ||
        /^\p{Lu}\.$/u.test(token.text) ||
        (isNameParticle(token) && token !== tokens[from]),
    );
}

export function nameText(tokens: Token[], body: string, from: number, to: number): string {
  return body
    .slice(tokens[from]?.start, tokens[to]?.end)
    .replace(/['’]s?$/u, '')
    .replace(/\s+/gu, ' ');
}

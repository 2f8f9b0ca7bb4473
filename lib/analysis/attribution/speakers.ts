import { descriptionAfter, descriptionBefore } from './appositives.ts';
import {
  describedFigure,
  figureNamed,
  figuresCalled,
  introduce,
  learn,
  type Figure,
} from './cast.ts';
import { looksLikePerson, nameText, stripTitles } from './census.ts';
import type { Discourse } from './discourse.ts';
import { mentionsOf } from './mentions.ts';
import { resolvePronoun } from './pronouns.ts';
import type { Phrase } from './phrase-core.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';
import { isBodyWord, isDocumentNoun, isOutletNoun, isOutletWord } from './vocabulary.ts';

import { wordsOf, type Place } from './place.ts';
import { writerPhrase } from './writers.ts';
import { decapitalise, describedBy } from './described-speakers.ts';

/** The figure that a phrase means, or null where that is not sure. */
export function resolveSpeaker(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  switch (phrase.kind) {
    case 'pronoun':
      return resolvePronoun(
        discourse,
        (place.tokens[phrase.from]?.lower ?? '').replace('him', 'he'),
        place,
      );
    case 'joint':
      return jointFigure(discourse, phrase, place);
    case 'name':
      return namedFigure(discourse, phrase, place);
    case 'role':
      return writtenBy(discourse, phrase, place) ?? describedBy(discourse, phrase, place);
  }
}

/** "A report that Axios published" speaks for Axios. */
function writtenBy(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  const writer = isDocumentNoun(phrase.noun) ? writerPhrase(place.tokens, phrase) : null;
  return writer && namedFigure(discourse, writer, place);
}

function jointFigure(discourse: Discourse, phrase: Phrase, place: Place): Figure {
  const { tokens } = place;
  const names = phrase.parts?.map((part) =>
    part.kind === 'name' ? namedFigure(discourse, part, place)?.name : undefined,
  );
  if (names?.every(Boolean)) return plural(discourse, names.join(' and '));
  const { from } = stripTitles(tokens, phrase.coreFrom, phrase.coreTo);
  const figure = describedFigure(
    decapitalise(wordsOf(place, from, phrase.to), tokens[from]),
    'unnamed',
  );
  return plural(discourse, figure.name);
}

function plural(discourse: Discourse, name: string): Figure {
  const figure = { ...describedFigure(name, 'unnamed'), isPlural: true };
  discourse.unnamed.push(figure);
  return figure;
}

function namedFigure(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  const { tokens, body } = place;
  const { cast } = discourse;
  const whole = figureNamed(cast, wordsOf(place, phrase.from, phrase.to));
  if (whole) return whole;
  const { coreFrom, coreTo } = phrase;
  for (let from = coreFrom; from <= coreTo; from++) {
    const known = figureNamed(cast, wordsOf(place, from, coreTo));
    if (known && !isSurnameOfAnother(tokens, coreFrom, from))
      return remember(known, phrase, from, place);
    if (stripTitles(tokens, from, coreTo).from === from) break;
  }
  const { from, hasTitle } = stripTitles(tokens, coreFrom, coreTo);
  if (from === coreTo) return calledFigure(discourse, phrase, place, hasTitle);
  const isBody = hasArticle(tokens, from) || !looksLikePerson(tokens, from, coreTo);
  if (isBody) return bodyFigure(discourse, phrase, place);
  return remember(
    introduce(cast, nameText(tokens, body, from, coreTo), 'person'),
    phrase,
    from,
    place,
  );
}

function isSurnameOfAnother(tokens: Token[], coreFrom: number, from: number): boolean {
  return from > coreFrom && stripTitles(tokens, coreFrom, from).from < from;
}

/** "[the] Rodong Sinmun": an article right before a name shows that it is no person's. */
function hasArticle(tokens: Token[], from: number): boolean {
  return tokens[from - 1]?.lower === 'the';
}

function bodyFigure({ cast }: Discourse, phrase: Phrase, { tokens, body }: Place): Figure {
  const first = tokens[phrase.from];
  const lead = phrase.coreFrom - (tokens[phrase.coreFrom - 1]?.text === 'The' ? 2 : 1);
  const isLedIn = lead >= phrase.from && isPlainWord(tokens[lead]);
  const article = /^(?:the|a|an)$/u.test(first?.lower ?? '') ? 1 : 0;
  const from = isLedIn ? phrase.coreFrom : phrase.from + article;
  const name = nameText(tokens, body, from, phrase.to);
  const figure = figureNamed(cast, name) ?? introduce(cast, name, bodyKind(tokens, phrase));
  if (phrase.noun) figure.nouns.add(phrase.noun);
  return figure;
}

/** "the newspaper [Dagens Blad]": words that say what a body is are no part of its name. */
function isPlainWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !isCapital(token) && !isPossessive(token);
}

/** A single word with no sign of what it names may be a person or a body: neither "he" nor "it" finds it. */
function bodyKind(tokens: Token[], { from, coreFrom, coreTo, noun }: Phrase): Figure['kind'] {
  const words = tokens.slice(coreFrom, coreTo + 1);
  if (isOutletNoun(noun) || (words.length > 1 && words.some((word) => isOutletWord(word))))
    return 'outlet';
  const isPlain = words.length === 1 && from === coreFrom && /\p{Ll}/u.test(words[0]?.text ?? '');
  return isPlain && !words.some((word) => isBodyWord(word)) ? 'unnamed' : 'organisation';
}

function remember(
  figure: Figure,
  phrase: Phrase,
  nameFrom: number,
  { tokens, body }: Place,
): Figure {
  learn(figure, descriptionAfter(tokens, body, phrase.to));
  learn(figure, descriptionBefore(tokens, body, phrase.from, nameFrom));
  if (nameFrom < phrase.coreTo) figure.isIntroduced = true;
  return figure;
}

/** One word of a name: a family name, or a body's short name. */
function calledFigure(
  discourse: Discourse,
  phrase: Phrase,
  place: Place,
  hasTitle: boolean,
): Figure | null {
  const { tokens, body } = place;
  const name = nameText(tokens, body, phrase.coreTo, phrase.coreTo);
  const called = figuresCalled(discourse.cast, name).filter((figure) => !place.named.has(figure));
  if (called.length === 1) return called[0] ?? null;
  if (called.length > 1) return amongNamesakes(discourse, called, phrase, place);
  if (figuresCalled(discourse.cast, name).length > 0) return null;
  return hasTitle && /\p{Ll}/u.test(name)
    ? introduce(discourse.cast, name, 'person')
    : bodyFigure(discourse, phrase, place);
}

/** Of several with one family name: the titled leader, else the only one named just before. */
function amongNamesakes(
  discourse: Discourse,
  called: Figure[],
  phrase: Phrase,
  place: Place,
): Figure | null {
  const title = place.tokens
    .slice(phrase.from, phrase.coreTo)
    .map(({ lower }) => lower)
    .join(' ');
  const leader = called.find(({ isLeader }) => isLeader);
  if (leader && /\b(?:leader|president|chairman|dictator)\b/u.test(title)) return leader;
  for (const paragraph of [place.paragraph, place.paragraph - 1]) {
    const [only = null, ...others] = namesakesIn(discourse, called, paragraph, place.body);
    if (only) return others.length === 0 ? only : null;
  }
  return null;
}

/** Those of some namesakes whom a paragraph names or means, as far as it is read. */
function namesakesIn(
  { statements, turns, cast }: Discourse,
  called: Figure[],
  paragraph: number,
  body: string,
): Set<Figure> {
  const meant = turns
    .filter(({ statement }) => statement.paragraph === paragraph)
    .map(({ figure }) => figure);
  const named = statements
    .filter((statement) => statement.paragraph === paragraph)
    .flatMap(({ tokens }) => mentionsOf(cast, body, tokens))
    .map(({ figure }) => figure);
  return new Set([...meant, ...named].filter((figure) => called.includes(figure)));
}

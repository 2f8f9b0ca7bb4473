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
import { recentTurns, type Discourse } from './discourse.ts';
import { resolvePronoun } from './pronouns.ts';
import type { Phrase } from './phrase-core.ts';
import { type Token } from './tokens.ts';
import { isBodyWord, isOutletNoun, isOutletWord } from './vocabulary.ts';

import { wordsOf, type Place } from './place.ts';
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
      return describedBy(discourse, phrase, place);
  }
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
  if (isBody(tokens, from, coreTo) || !looksLikePerson(tokens, from, coreTo))
    return bodyFigure(discourse, phrase, place);
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

function isBody(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(from, to + 1).some((token) => isBodyWord(token));
}

function bodyFigure({ cast }: Discourse, phrase: Phrase, { tokens, body }: Place): Figure {
  const first = tokens[phrase.from];
  const from = /^(?:the|a|an)$/u.test(first?.lower ?? '') ? phrase.from + 1 : phrase.from;
  const name = nameText(tokens, body, from, phrase.to);
  const figure =
    figureNamed(cast, name) ??
    introduce(cast, name, isOutlet(tokens, phrase) ? 'outlet' : 'organisation');
  if (phrase.noun) figure.nouns.add(phrase.noun);
  return figure;
}

function isOutlet(tokens: Token[], { coreFrom, coreTo, noun }: Phrase): boolean {
  return (
    isOutletNoun(noun) ||
    (coreFrom < coreTo && tokens.slice(coreFrom, coreTo + 1).some((token) => isOutletWord(token)))
  );
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

/** Of several with one family name: the titled leader, else who spoke or acted right before. */
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
  const turn = recentTurns(discourse, place.paragraph).find(({ figure }) =>
    called.includes(figure),
  );
  const isNear = !!turn && place.paragraph - turn.paragraph <= 1;
  return turn && (turn.isSpeaker || isNear) ? turn.figure : null;
}

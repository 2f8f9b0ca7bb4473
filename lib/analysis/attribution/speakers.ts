import { descriptionAfter, descriptionBefore } from './appositives.ts';
import {
  describedFigure,
  figureNamed,
  figuresCalled,
  introduce,
  learn,
  type Figure,
} from './cast.ts';
import { figuresIn } from './mentions.ts';
import { looksLikePerson, nameText, stripTitles } from './census.ts';
import { isPerson, recentTurns, resolvePronoun, type Discourse } from './discourse.ts';
import type { Phrase } from './phrases.ts';
import { isPossessive, type Token } from './tokens.ts';
import { isInstitution, isOutletNoun, isPersonNoun, roleOf } from './vocabulary.ts';

/** Where a phrase stands, and what is known for its reading. */
export interface Place {
  body: string;
  tokens: Token[];
  paragraph: number;
  /** Figures named in the ascribed words. */
  named: ReadonlySet<Figure>;
}

/** Offices that many hold: the bare noun never finds its bearer by nearness alone. */
const OFFICES = new Set([
  'president',
  'minister',
  'leader',
  'secretary',
  'premier',
  'chancellor',
  'chairman',
  'king',
  'dictator',
  'general',
]);
/** Unnamed sources, from the latest back, among which "the official" is sought. */
const UNNAMED_MAX = 60;
const DEFINITE = /^(?:the|this|that|these|those)$/iu;

/** The figure that a phrase means, or null where that is not sure. */
export function resolveSpeaker(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  switch (phrase.kind) {
    case 'pronoun':
      return resolvePronoun(
        discourse,
        (place.tokens[phrase.from]?.lower ?? '').replace('him', 'he'),
        place.paragraph,
        place.named,
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
  const { tokens, body } = place;
  const names = phrase.parts?.map((part) =>
    part.kind === 'name' ? namedFigure(discourse, part, place)?.name : undefined,
  );
  if (names?.every(Boolean)) return plural(discourse, names.join(' and '));
  const { from } = stripTitles(tokens, phrase.coreFrom, phrase.coreTo);
  const figure = describedFigure(
    decapitalise(textOf(tokens, body, from, phrase.to), tokens[from]),
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
  const whole = figureNamed(cast, textOf(tokens, body, phrase.from, phrase.to));
  if (whole) return whole;
  const { coreFrom, coreTo } = phrase;
  for (let from = coreFrom; from <= coreTo; from++) {
    const known = figureNamed(cast, textOf(tokens, body, from, coreTo));
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
  return tokens.slice(from, to + 1).some((token) => isInstitution(roleOf(token) ?? ''));
}

function bodyFigure({ cast }: Discourse, phrase: Phrase, { tokens, body }: Place): Figure {
  const first = tokens[phrase.from];
  const from = /^(?:the|a|an)$/u.test(first?.lower ?? '') ? phrase.from + 1 : phrase.from;
  const name = nameText(tokens, body, from, phrase.to);
  const figure =
    figureNamed(cast, name) ??
    introduce(cast, name, isOutletNoun(phrase.noun) ? 'outlet' : 'organisation');
  if (phrase.noun) figure.nouns.add(phrase.noun);
  return figure;
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

function describedBy(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  const { tokens, body } = place;
  const text = textOf(tokens, body, phrase.from, phrase.to);
  const first = tokens[phrase.from];
  const known =
    relativeOf(discourse, phrase, place) ??
    figureNamed(discourse.cast, text) ??
    figureNamed(discourse.cast, text.replace(/^the\s+/iu, ''));
  if (known) return known;
  if (!DEFINITE.test(first?.text ?? ''))
    return isPossessive(first) && isPersonNoun(phrase.noun)
      ? newUnnamed(discourse, phrase, place)
      : newUnnamed(discourse, phrase, place);
  if (isOutletNoun(phrase.noun) && discourse.lastOutlet && !phrase.isPlural)
    return discourse.lastOutlet;
  const meant = meantBy(discourse, phrase, place);
  if (meant !== undefined) return meant;
  if (phrase.isPlural || !isPersonNoun(phrase.noun)) return newUnnamed(discourse, phrase, place);
  return otherWordsFor(discourse, phrase, place);
}

/** "the sister of Kim Jong Un": somebody whom the topic knows by a tie to a figure that the phrase names. */
function relativeOf({ cast }: Discourse, phrase: Phrase, { tokens, body }: Place): Figure | null {
  if (phrase.isPlural) return null;
  const tie = `${phrase.noun} of `;
  const known = [...cast.byName.values()].filter(({ knownRole }) => knownRole?.startsWith(tie));
  if (known.length === 0) return null;
  const span = { start: tokens[phrase.from]?.start ?? 0, end: tokens[phrase.to]?.end ?? 0 };
  const named = [...figuresIn(cast, body, [span])];
  return (
    known.find(({ knownRole }) => named.some(({ name }) => knownRole?.startsWith(tie + name))) ??
    null
  );
}

/** Who was called by that noun before: the only one, or the latest; undefined where nobody was. */
function meantBy(
  { cast, unnamed, ...rest }: Discourse,
  phrase: Phrase,
  { paragraph }: Place,
): Figure | null | undefined {
  const discourse = { cast, unnamed, ...rest };
  const all = [...new Set([...cast.byName.values(), ...unnamed.slice(-UNNAMED_MAX)])].filter(
    ({ nouns, isPlural }) => nouns.has(phrase.noun) && isPlural === phrase.isPlural,
  );
  if (all.length === 0) return undefined;
  if (all.length === 1) return all[0];
  const turn = recentTurns(discourse, paragraph).find(({ figure }) => all.includes(figure));
  return turn && paragraph - turn.paragraph <= 1 ? turn.figure : null;
}

/** "The point man on the lake, however, said": other words for the only speaker of the paragraph. */
function otherWordsFor(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  if (OFFICES.has(phrase.noun)) return null;
  const here = recentTurns(discourse, place.paragraph).filter(
    (turn) => turn.paragraph === place.paragraph && turn.isSpeaker,
  );
  const speakers = new Set(here.map(({ figure }) => figure).filter(isPerson));
  const [only] = speakers;
  if (speakers.size === 1 && only) return only;
  return speakers.size === 0 ? newUnnamed(discourse, phrase, place) : null;
}

/** A source without a name, kept under the text's own phrase. */
function newUnnamed(discourse: Discourse, phrase: Phrase, { tokens, body }: Place): Figure {
  const to = phraseEnd(tokens, phrase);
  const name = decapitalise(textOf(tokens, body, phrase.from, to), tokens[phrase.from]);
  const same = discourse.unnamed.find(
    (figure) => figure.name === name && DEFINITE.test(name.split(' ')[0] ?? ''),
  );
  if (same) return same;
  const figure = describedFigure(name, isPersonNoun(phrase.noun) ? 'unnamed' : 'organisation');
  figure.isPlural = phrase.isPlural;
  figure.nouns.add(phrase.noun);
  if (/woman$/u.test(phrase.noun)) figure.pronoun = 'she';
  discourse.unnamed.push(figure);
  return figure;
}

/** A description ends before "who …". */
function phraseEnd(tokens: Token[], { coreTo, to }: Phrase): number {
  for (let at = coreTo + 1; at <= to; at++)
    if (/^(?:who|whose|which|that|speaking)$/u.test(tokens[at]?.lower ?? '')) return at - 1;
  return to;
}

function decapitalise(text: string, first: Token | undefined): string {
  const isCommon = !!first && (DETERMINER.test(first.lower) || roleOf(first) !== null);
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const DETERMINER =
  /^(?:a|an|the|another|one|some|several|many|most|few|other|both|two|three|four|five|this|these|that|those|former|senior|top|current|unnamed)$/u;

function textOf(tokens: Token[], body: string, from: number, to: number): string {
  return body.slice(tokens[from]?.start, tokens[to]?.end).replace(/\s+/gu, ' ');
}

export { isPerson };

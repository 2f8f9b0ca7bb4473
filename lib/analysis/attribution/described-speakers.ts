import { describedFigure, figureNamed, latestFigures, type Figure } from './cast.ts';
import { figuresIn, mentionsOf } from './mentions.ts';
import { isPerson, recentTurns, type Discourse } from './discourse.ts';
import type { Phrase } from './phrase-core.ts';
import { knownDocument, ownerOf } from './documents.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';
import { isDeterminer, isDocumentNoun, isOutletNoun, isPersonNoun, roleOf } from './vocabulary.ts';

import { wordsOf, type Place } from './place.ts';

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

export function describedBy(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  const { tokens } = place;
  const text = wordsOf(place, phrase.from, phrase.to);
  const first = tokens[phrase.from];
  const known =
    relativeOf(discourse, phrase, place) ??
    figureNamed(discourse.cast, text) ??
    figureNamed(discourse.cast, text.replace(/^the\s+/iu, ''));
  if (known) return known;
  if (isDocumentNoun(phrase.noun))
    return ownerOf(discourse, phrase, place) ?? knownDocument(discourse, phrase, place);
  if (isPossessivePronoun(first)) return null;
  if (!DEFINITE.test(first?.text ?? '')) return newUnnamed(discourse, phrase, place);
  if (isOutletNoun(phrase.noun) && discourse.lastOutlet && !phrase.isPlural)
    return discourse.lastOutlet;
  const meant = meantBy(discourse, phrase, place);
  if (meant !== undefined) return meant;
  if (namesBody(tokens, phrase)) return newUnnamed(discourse, phrase, place);
  if (phrase.isPlural || !isPersonNoun(phrase.noun)) return newUnnamed(discourse, phrase, place);
  return otherWordsFor(discourse, phrase, place);
}

/** "the sister of Kim Jong Un": somebody whom the topic knows by a tie to a figure that the phrase names. */
function relativeOf({ cast }: Discourse, phrase: Phrase, { tokens, body }: Place): Figure | null {
  if (phrase.isPlural) return null;
  const tie = `${phrase.noun} of `;
  const known = cast.relatives.filter(({ knownRole }) => knownRole?.startsWith(tie));
  if (known.length === 0) return null;
  const span = { start: tokens[phrase.from]?.start ?? 0, end: tokens[phrase.to]?.end ?? 0 };
  const named = [...figuresIn(cast, body, [span])];
  return (
    known.find(({ knownRole }) => named.some(({ name }) => knownRole?.startsWith(tie + name))) ??
    null
  );
}

/** Who was called by that noun: the only one, or the only one lately; undefined where nobody was. */
function meantBy(discourse: Discourse, phrase: Phrase, place: Place): Figure | null | undefined {
  const { cast, unnamed } = discourse;
  const all = [...new Set([...latestFigures(cast), ...unnamed.slice(-UNNAMED_MAX)])].filter(
    (figure) =>
      !figure.identity &&
      figure.nouns.has(phrase.noun) &&
      isKnownOutside(discourse, figure) &&
      mayBe(figure, phrase.noun) &&
      figure.isPlural === phrase.isPlural &&
      agrees(discourse, figure, phrase, place),
  );
  if (all.length === 0) return undefined;
  if (phrase.isPlural) return onlyGroup(discourse, all);
  if (all.length === 1) return identified(discourse, all[0] ?? null, place);
  const near = recentTurns(discourse, place.paragraph)
    .filter(({ statement }) => place.paragraph - statement.paragraph <= 1)
    .filter(({ figure }) => all.includes(figure));
  const here = near.filter(({ statement }) => statement.paragraph === place.paragraph);
  const [only = null, ...others] = new Set(
    (here.length > 0 ? here : near).map(({ figure }) => figure),
  );
  return others.length === 0 ? only : null;
}

/** Somebody named only in what others say is not the one who says it. */
function isKnownOutside({ voices }: Discourse, figure: Figure): boolean {
  return figure.kind !== 'person' || figure.isNarrated || voices.has(figure);
}

/** A ministry's head is called "the minister", not "the ministry". */
function mayBe({ kind }: Figure, noun: string): boolean {
  return kind !== 'person' || isPersonNoun(noun);
}

/** Which of two groups "the officials" are, nearness does not tell; those who were told something do not speak. */
function onlyGroup({ voices }: Discourse, groups: Figure[]): Figure | null {
  const [group = null, ...others] = groups;
  return group && others.length === 0 && voices.has(group) ? group : null;
}

/** "The former minister" is nobody's title today; "the Iranian president" is no other state's. */
function agrees(
  { cast }: Discourse,
  figure: Figure,
  phrase: Phrase,
  { tokens, body }: Place,
): boolean {
  const known = `${figure.role ?? ''} ${figure.knownRole ?? ''} ${figure.affiliation ?? ''} ${figure.name}`;
  const words = tokens.slice(phrase.from, phrase.coreTo);
  const isFormer = words.some(({ lower }) => FORMER.test(lower));
  const wasOnce = FORMER.test(known);
  if (isFormer ? !wasOnce : wasOnce && OFFICES.has(phrase.noun)) return false;
  if (!isOfSameBody(known, tokens.slice(phrase.coreTo + 1, phrase.to + 1))) return false;
  const states = new Set(mentionsOf(cast, body, words).map((mention) => mention.figure.name));
  return words
    .filter((word) => isCapital(word) && !isDeterminer(word) && !isPossessive(word))
    .every(({ text }) => known.includes(text) || states.has(figure.affiliation ?? ''));
}

/** "the leader [of the Dock Workers]": told apart by the body's name, though nobody was called so before. */
function namesBody(tokens: Token[], { coreTo, to }: Phrase): boolean {
  const [link, ...body] = tokens.slice(coreTo + 1, to + 1);
  return link?.lower === 'of' && body.some((word) => isCapital(word) && !isDeterminer(word));
}

/** "the leader [of the Dock Workers]" is not the leader of another body. */
function isOfSameBody(known: string, [link, ...body]: Token[]): boolean {
  if (!/^(?:of|from|at|with|for)$/u.test(link?.lower ?? '')) return true;
  const named = body.filter((word) => isCapital(word) && !isDeterminer(word));
  return (
    named.length === 0 || named.some(({ text }) => known.includes(text.replace(/['’]s?$/u, '')))
  );
}

const FORMER = /\b(?:former|ex|late|then)\b/u;

/**
 * "A professor spoke. … Ann Lee of Lake College said …; the professor said": the person who took the floor
 * right after the unnamed one, without a title of her own, is that one.
 */
function identified(
  discourse: Discourse,
  figure: Figure | null,
  { paragraph }: Place,
): Figure | null {
  if (figure?.kind !== 'unnamed' || figure.isPlural) return figure;
  const turns = recentTurns(discourse, paragraph);
  const first = turns.findIndex((turn) => turn.figure === figure);
  const after = new Set(turns.slice(0, Math.max(0, first)).map((turn) => turn.figure));
  const [person, ...others] = [...after].filter(isPerson);
  if (!person) return figure;
  const isSame = others.length === 0 && person.kind === 'person' && person.nouns.size === 0;
  if (!isSame || !person.affiliation) return figure;
  figure.identity = person;
  person.role ??= [...figure.nouns][0] ?? null;
  for (const noun of figure.nouns) person.nouns.add(noun);
  return person;
}

/** "The point man on the lake, however, said": other words for the only speaker of the paragraph. */
function otherWordsFor(discourse: Discourse, phrase: Phrase, place: Place): Figure | null {
  if (OFFICES.has(phrase.noun)) return null;
  const here = recentTurns(discourse, place.paragraph).filter(
    ({ statement, isSpeaker }) => statement.paragraph === place.paragraph && isSpeaker,
  );
  const speakers = new Set(here.map(({ figure }) => figure).filter(isPerson));
  const [only] = speakers;
  if (speakers.size === 1 && only) return only;
  return speakers.size === 0 ? newUnnamed(discourse, phrase, place) : null;
}

/** "His spokesman": whose, a line out of its context cannot tell. */
function isPossessivePronoun(token: Token | undefined): boolean {
  return /^(?:his|her|their|its|our|my)$/u.test(token?.lower ?? '');
}

/** A source without a name, kept under the text's own phrase. */
function newUnnamed(discourse: Discourse, phrase: Phrase, place: Place): Figure {
  const { tokens } = place;
  const to = phraseEnd(tokens, phrase);
  const name = decapitalise(wordsOf(place, phrase.from, to), tokens[phrase.from]);
  const same = DEFINITE.test(name.split(' ')[0] ?? '')
    ? discourse.unnamed.slice(-UNNAMED_MAX).find((figure) => figure.name === name)
    : undefined;
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

export function decapitalise(text: string, first: Token | undefined): string {
  const isCommon = !!first && (DETERMINER.test(first.lower) || roleOf(first) !== null);
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const DETERMINER =
  /^(?:a|an|the|another|one|some|several|many|most|few|other|both|two|three|four|five|this|these|that|those|former|senior|top|current|unnamed)$/u;

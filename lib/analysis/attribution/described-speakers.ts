import { describedFigure, figureNamed, type Figure } from './cast.ts';
import { figuresIn } from './mentions.ts';
import { isPerson, recentTurns, type Discourse } from './discourse.ts';
import type { Phrase } from './phrase-core.ts';
import { type Token } from './tokens.ts';
import { isOutletNoun, isPersonNoun, roleOf } from './vocabulary.ts';

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
  if (!DEFINITE.test(first?.text ?? '')) return newUnnamed(discourse, phrase, place);
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
function newUnnamed(discourse: Discourse, phrase: Phrase, place: Place): Figure {
  const { tokens } = place;
  const to = phraseEnd(tokens, phrase);
  const name = decapitalise(wordsOf(place, phrase.from, to), tokens[phrase.from]);
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

export function decapitalise(text: string, first: Token | undefined): string {
  const isCommon = !!first && (DETERMINER.test(first.lower) || roleOf(first) !== null);
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const DETERMINER =
  /^(?:a|an|the|another|one|some|several|many|most|few|other|both|two|three|four|five|this|these|that|those|former|senior|top|current|unnamed)$/u;

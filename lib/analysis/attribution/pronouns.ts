import { figureNamed, type Cast, type Figure } from './cast.ts';
import { namedIn, type Named } from './mentions.ts';
import { asksSomebody } from './dialogue.ts';
import { isPerson, recentTurns, type Discourse } from './discourse.ts';
import type { Place } from './place.ts';
import type { Statement } from './statements.ts';
import { isFiniteVerb } from './vocabulary.ts';

/** Paragraphs back to which "he" at the head of a paragraph may reach. */
const REACH_PARAGRAPHS = 3;

/**
 * Whom "he", "she", "it" or "they" means, or null where that is not sure. Centering (Grosz, Joshi and
 * Weinstein 1995) in its strictest form: the subject of the nearest statement, and nobody where two fit.
 */
export function resolvePronoun(discourse: Discourse, pronoun: string, place: Place): Figure | null {
  if (pronoun === 'it') return bodyBefore(discourse, place);
  if (pronoun === 'they') return groupBefore(discourse, place);
  if (pronoun !== 'he' && pronoun !== 'she') return null;
  const fits = (figure: Figure) =>
    isPerson(figure) && !place.named.has(figure) && (figure.pronoun ?? pronoun) === pronoun;
  const found = personHere(discourse, place, fits);
  const figure = found === undefined ? personAbove(discourse, place, fits) : found;
  if (figure && mayBeNamed(discourse, figure, place, fits)) return null;
  if (figure) figure.pronoun ??= pronoun;
  return figure;
}

type Fits = (figure: Figure) => boolean;

/** Nothing tells whether a nameless official is "she": somebody named who was quoted lately may be meant as well. */
function mayBeNamed(discourse: Discourse, figure: Figure, place: Place, fits: Fits): boolean {
  if (figure.kind !== 'unnamed' || figure.pronoun !== null) return false;
  return recentTurns(discourse, place.paragraph).some(
    (turn) => turn.isSpeaker && turn.figure.kind === 'person' && fits(turn.figure),
  );
}

/** The one person whom the nearest statement of the paragraph is about; undefined where it has none. */
function personHere(discourse: Discourse, place: Place, fits: Fits): Figure | null | undefined {
  const { statements, cast } = discourse;
  const passed: Statement[] = [];
  for (let at = statements.length - 1; at >= 0; at--) {
    const statement = statements[at];
    if (statement?.paragraph !== place.paragraph) break;
    const acting = actingIn(discourse, (turn) => turn.statement === statement);
    if (acting.some((figure) => isPair(figure))) return null;
    const [first, ...others] = acting.filter(fits);
    if (!first && acting.some((figure) => isUnknown(figure))) return null;
    if (others.length > 0) return null;
    if (first) {
      const isDoubtful =
        asksSomebody(statement.tokens) ||
        passed.some((one) => namesAnother(cast, one, place, fits, first)) ||
        hasSecondSubject(cast, statement, place, fits, first);
      return isDoubtful ? null : first;
    }
    if (at < statements.length - 1) passed.push(statement);
  }
  return passed.some((one) => namesAnother(cast, one, place, fits, null)) ? null : undefined;
}

/**
 * The person whom the paragraph above is about from its first to its last statement. `"…," he said` goes on
 * with a voice heard before: men whom others only talked about since then do not count.
 */
function personAbove(discourse: Discourse, place: Place, fits: Fits): Figure | null {
  const { statements, cast } = discourse;
  for (let back = 1; back <= REACH_PARAGRAPHS; back++) {
    const paragraph = place.paragraph - back;
    const turns = discourse.turns.filter(({ statement }) => statement.paragraph === paragraph);
    const acting = actingIn(discourse, ({ statement }) => statement.paragraph === paragraph);
    if (acting.some((figure) => isPair(figure))) return null;
    const [first = null, ...others] = acting.filter(fits);
    if (!first && acting.some((figure) => isUnknown(figure))) return null;
    if (others.length > 0) return null;
    const above = statements.filter((one) => one.paragraph === paragraph);
    const isDoubtful = (one: Statement) =>
      asksSomebody(one.tokens) || (first && hasSecondSubject(cast, one, place, fits, first));
    if (first && above.some(isDoubtful)) return null;
    if (first && turns.some(({ figure, isSpeaker }) => isSpeaker && figure === first)) return first;
    if (!first && place.followsSpeech) continue;
    if (above.some((one) => namesAnother(cast, one, place, fits, first))) return null;
    if (first) return first;
  }
  return null;
}

function actingIn(
  { turns }: Discourse,
  isMeant: (turn: Discourse['turns'][number]) => boolean,
): Figure[] {
  return [...new Set(turns.filter(isMeant).map(({ figure }) => figure))];
}

function isPair({ isPlural, name }: Figure): boolean {
  return isPlural && name.includes(' and ');
}

/** Whether a statement names somebody else whom the pronoun fits, known or not. */
function namesAnother(
  cast: Cast,
  { tokens }: Statement,
  { body }: Place,
  fits: Fits,
  figure: Figure | null,
): boolean {
  return namedIn(cast, body, tokens).some((one) => isAnother(cast, one, fits, figure));
}

function isAnother(cast: Cast, one: Named, fits: Fits, figure: Figure | null): boolean {
  if (one.isPossessive) return false;
  const known = one.figure ?? figureNamed(cast, one.name);
  return known ? known !== figure && fits(known) : true;
}

/** "Lee was in good spirits, and [Berg] smiled": a second subject of the same statement. */
function hasSecondSubject(
  cast: Cast,
  { tokens }: Statement,
  { body }: Place,
  fits: Fits,
  figure: Figure,
): boolean {
  const joints = tokens.some(({ lower, text }) => JOINT.test(lower) || text === ';');
  if (!joints) return false;
  return namedIn(cast, body, tokens).some((one) => {
    const before = tokens[one.from - 1];
    // "the talks of Lee and Berg were" has one subject: "and" joins clauses behind a comma only.
    const isClause = before?.lower !== 'and' || tokens[one.from - 2]?.text === ',';
    const isJoined = (JOINT.test(before?.lower ?? '') && isClause) || before?.text === ';';
    return isJoined && isFiniteVerb(tokens[one.end]) && isAnother(cast, one, fits, figure);
  });
}

const JOINT = /^(?:and|but|while|whereas|though|although|as)$/u;

/** "It" is the body that the statement before is about, if that is one alone. */
function bodyBefore(discourse: Discourse, place: Place): Figure | null {
  const { statements } = discourse;
  for (let at = statements.length - 1; at >= 0; at--) {
    const statement = statements[at];
    if (!statement || place.paragraph - statement.paragraph > 1) return null;
    const acting = actingIn(discourse, (turn) => turn.statement === statement);
    const isSilent =
      at === statements.length - 1 || statement.tokens.every(({ kind }) => kind !== 'word');
    if (acting.length === 0 && isSilent) continue;
    const [only] = acting;
    return acting.length === 1 && only && isBody(only) ? only : null;
  }
  return null;
}

/** A single unknown word ("Navtex said") may be a person or a body. */
function isUnknown({ kind, isPlural, nouns }: Figure): boolean {
  return kind === 'unnamed' && !isPlural && nouns.size === 0;
}

/** That an unknown word is called "it" shows a body; "he" may as well mean somebody before. */
function isBody(figure: Figure): boolean {
  const { kind } = figure;
  if (isUnknown(figure)) return true;
  return kind === 'organisation' || kind === 'outlet' || kind === 'state';
}

/** "They" are the only group of the paragraph, else of the one above. */
function groupBefore(discourse: Discourse, { paragraph }: Place): Figure | null {
  for (const at of [paragraph, paragraph - 1]) {
    const groups = actingIn(discourse, ({ statement }) => statement.paragraph === at).filter(
      ({ isPlural }) => isPlural,
    );
    if (groups.length > 0) return groups.length === 1 ? (groups[0] ?? null) : null;
  }
  return null;
}

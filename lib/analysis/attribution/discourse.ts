import type { Cast, Figure } from './cast.ts';

/** Somebody came to the fore: as speaker, or as subject of what is told. */
export interface Turn {
  paragraph: number;
  figure: Figure;
  isSpeaker: boolean;
}

/** What a reader keeps in mind while reading on. */
export interface Discourse {
  cast: Cast;
  turns: Turn[];
  /** Unnamed sources in the order in which they came up. */
  unnamed: Figure[];
  lastOutlet: Figure | null;
  /** Speaker of the last statement that ascribes anything, and where; null once another statement follows. */
  floor: { figure: Figure; paragraph: number } | null;
}

/** Paragraphs back to which a pronoun or description may reach. */
const REACH_PARAGRAPHS = 3;
const REACH_TURNS = 40;

export function openDiscourse(cast: Cast): Discourse {
  return { cast, turns: [], unnamed: [], lastOutlet: null, floor: null };
}

export function isPerson(figure: Figure): boolean {
  return (
    figure.kind === 'person' ||
    (figure.kind === 'unnamed' && !figure.isPlural && figure.nouns.size > 0)
  );
}

/** Turns from the latest back, as far as reference reaches. */
export function recentTurns({ turns }: Discourse, paragraph: number): Turn[] {
  const recent: Turn[] = [];
  for (let at = turns.length - 1; at >= Math.max(0, turns.length - REACH_TURNS); at--) {
    const turn = turns[at];
    if (!turn || paragraph - turn.paragraph > REACH_PARAGRAPHS) break;
    recent.push(turn);
  }
  return recent;
}

/**
 * Whom "he", "she", "it" or "they" means, or null where that is not sure. `named` are figures that the
 * ascribed words themselves name: nobody speaks of himself by name.
 */
export function resolvePronoun(
  discourse: Discourse,
  pronoun: string,
  paragraph: number,
  named: ReadonlySet<Figure>,
): Figure | null {
  const turns = recentTurns(discourse, paragraph).filter(({ figure }) => !named.has(figure));
  if (pronoun === 'it') return latestBody(turns, paragraph);
  if (pronoun === 'they') return latestGroup(turns, paragraph);
  const fitting = turns.filter(
    ({ figure }) => isPerson(figure) && (figure.pronoun ?? pronoun) === pronoun,
  );
  const first = fitting[0];
  if (!first) return null;
  const speaker = fitting.find(({ isSpeaker }) => isSpeaker)?.figure ?? first.figure;
  // A pair named since then may be meant in part: "Lee and Berg met. … he said."
  const hasPair = turns.some((turn) => turn.paragraph === paragraph && turn.figure.isPlural);
  const isFar = first.paragraph !== paragraph;
  const isSure = !isFar || (speaker === first.figure && !hasPair);
  if (isSure && (pronoun === 'he' || pronoun === 'she')) first.figure.pronoun ??= pronoun;
  return isSure ? first.figure : null;
}

function latestBody(turns: Turn[], paragraph: number): Figure | null {
  const turn = turns.find(
    ({ figure, isSpeaker }) => isSpeaker && /^(?:organisation|outlet|state)$/u.test(figure.kind),
  );
  return turn && paragraph - turn.paragraph <= 2 ? turn.figure : null;
}

function latestGroup(turns: Turn[], paragraph: number): Figure | null {
  const turn = turns.find(({ figure }) => figure.isPlural);
  return turn && paragraph - turn.paragraph <= 1 ? turn.figure : null;
}

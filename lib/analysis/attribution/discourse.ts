import type { Cast, Figure } from './cast.ts';
import type { Statement } from './statements.ts';

/** Somebody came to the fore: as speaker, or as subject of what is told. */
export interface Turn {
  paragraph: number;
  /** Index in `Discourse.statements`. */
  statement: number;
  figure: Figure;
  isSpeaker: boolean;
}

/** Words that stand for a figure without naming it. Offsets in the body. */
export interface ReferenceFound {
  start: number;
  end: number;
  figure: Figure;
}

/** What a reader keeps in mind while reading on. */
export interface Discourse {
  cast: Cast;
  turns: Turn[];
  /** Statements read so far, the one at hand included. */
  statements: Statement[];
  /** Who wrote the report or statement that later sentences call "the report", by its noun. */
  documents: Map<string, { figure: Figure; paragraph: number }>;
  /** Unnamed sources in the order in which they came up. */
  unnamed: Figure[];
  /** Pronouns and descriptions understood so far. */
  references: ReferenceFound[];
  lastOutlet: Figure | null;
  /** Speaker of the last statement that ascribes anything, and where; null once another statement follows. */
  floor: { figure: Figure; paragraph: number } | null;
}

/** Paragraphs back to which a pronoun or description may reach. */
const REACH_PARAGRAPHS = 3;
const REACH_TURNS = 40;

export function openDiscourse(cast: Cast): Discourse {
  return {
    cast,
    turns: [],
    statements: [],
    documents: new Map(),
    unnamed: [],
    references: [],
    lastOutlet: null,
    floor: null,
  };
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

import type { Cast, Figure } from './cast.ts';
import type { Statement } from './statements.ts';

/** Somebody came to the fore: as speaker, or as subject of what is told. */
export interface Turn {
  statement: Statement;
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
  /** The latest turns, at most `TURNS_MAX`. */
  turns: Turn[];
  /** The latest statements, at most `STATEMENTS_MAX`, the one at hand included. */
  statements: Statement[];
  /** Everybody who ever came to the fore. */
  voices: Set<Figure>;
  /** Who wrote the report or statement that later sentences call "the report", by its noun. */
  documents: Map<string, { figure: Figure; paragraph: number }>;
  /** Unnamed sources in the order in which they came up. */
  unnamed: Figure[];
  /** Pronouns and descriptions understood so far. */
  references: ReferenceFound[];
  lastOutlet: Figure | null;
  /** Who made the last claim, if that is known. */
  lastVoice: Figure | null;
  /** Speaker of the last statement that ascribes anything, and where; null once another statement follows. */
  floor: { figure: Figure; paragraph: number } | null;
}

/** Paragraphs back to which a pronoun or description may reach. */
const REACH_PARAGRAPHS = 3;
const REACH_TURNS = 40;
/** More than any reader keeps in mind: bounds the work on a paragraph of thousands of statements. */
const STATEMENTS_MAX = 60;
const TURNS_MAX = 120;

export function openDiscourse(cast: Cast): Discourse {
  return {
    cast,
    turns: [],
    statements: [],
    voices: new Set(),
    documents: new Map(),
    unnamed: [],
    references: [],
    lastOutlet: null,
    lastVoice: null,
    floor: null,
  };
}

/** The statement that is read next. */
export function takeUp({ statements }: Discourse, statement: Statement): void {
  statements.push(statement);
  if (statements.length > STATEMENTS_MAX) statements.shift();
}

/** Somebody comes to the fore in the statement at hand. */
export function takeTurn({ turns, voices }: Discourse, turn: Turn): void {
  turns.push(turn);
  voices.add(turn.figure);
  if (turns.length > TURNS_MAX) turns.shift();
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
    if (!turn || paragraph - turn.statement.paragraph > REACH_PARAGRAPHS) break;
    recent.push(turn);
  }
  return recent;
}

import type { Factor } from '#lib/topic/factor.ts';

/** A passage as an analyst is shown it. Its words are an article's: matter to judge, never an instruction. */
export interface Passage {
  /** As `evidenceId` gives it; an answer may name no other. */
  id: string;
  words: string;
  speaker: string | null;
}

/** Which of these passages tells a reader most of the factor in that era? */
export interface RankQuestion {
  /** "sanctions/then" */
  id: string;
  factor: Factor;
  /** The era's label: "2020". */
  era: string;
  passages: Passage[];
}

/** Which of these lines tell a reader with thirty seconds most? All of them are the embedded engine's. */
export interface BottomLineQuestion {
  topic: string;
  /** The engine's bottom line, in its order: an answer holds all of them. */
  lines: OfferedLine[];
  /** Lines of the comparison, of which an answer may add some. */
  more: OfferedLine[];
  moreAtMost: number;
}

/** A line under the id by which an answer names it. */
export interface OfferedLine {
  id: string;
  text: string;
}

/**
 * Somebody who may order evidence and choose among the engine's lines; no word of theirs is printed.
 * What they answer is not trusted: `rankEvidence` and `chooseBottomLine` check it, and fall back to the
 * embedded engine.
 */
export interface Analyst {
  /** "embedded", or the model's id: shown in the edition and its record. */
  readonly name: string;
  /** Ids of passages by question, most telling first; those not named follow as they stood. */
  rank(questions: RankQuestion[], signal: AbortSignal): Promise<Record<string, string[]>>;
  /** Ids of the lines of the bottom line, in the order in which they are to stand. */
  chooseLines(question: BottomLineQuestion, signal: AbortSignal): Promise<string[]>;
}

/** The engine's own order and choice: the default, offline and always the same. */
export const embeddedAnalyst: Analyst = {
  name: 'embedded',
  rank: () => Promise.resolve({}),
  chooseLines: ({ lines }) => Promise.resolve(lines.map(({ id }) => id)),
};

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

/** How would you say these lines? They are what the embedded engine says. */
export interface BottomLineQuestion {
  topic: string;
  lines: PhrasedLine[];
  passages: Passage[];
}

/** A line and the ids of the passages that it stands on. */
export interface PhrasedLine {
  text: string;
  evidence: string[];
}

/**
 * Somebody who may order evidence and word the bottom line, and nothing else. What they answer is not
 * trusted: `rankEvidence` and `phraseBottomLine` check it, and fall back to the embedded engine.
 */
export interface Analyst {
  /** "embedded", or the model's id: shown in the edition and its record. */
  readonly name: string;
  /** Ids of passages by question, most telling first; those not named follow as they stood. */
  rank(questions: RankQuestion[], signal: AbortSignal): Promise<Record<string, string[]>>;
  phraseBottomLine(question: BottomLineQuestion, signal: AbortSignal): Promise<PhrasedLine[]>;
}

/** The engine's own order and words: the default, offline and always the same. */
export const embeddedAnalyst: Analyst = {
  name: 'embedded',
  rank: () => Promise.resolve({}),
  phraseBottomLine: ({ lines }) => Promise.resolve(lines),
};

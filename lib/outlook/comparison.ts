import type { Direction, Likelihood, Reference, Slice } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';

export type Era = 'then' | 'now';
export const VERDICTS = ['improved', 'worsened', 'unchanged', 'mixed', 'new', 'gone'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A verbatim slice of an article: the proof of a line. */
export interface Evidence extends Slice {
  articleId: string;
}

/** Evidence with all that a reader is told beside it. */
export interface Finding {
  evidence: Evidence;
  era: Era;
  factor: Factor;
  direction: Direction;
  likelihood: Likelihood[];
  axis: string | null;
  comparesEras: boolean;
  /** Who says so; null: the article's own narration, or a speaker that is unsure. */
  speaker: string | null;
  /** The speaker is an editor's word, not the engine's. */
  speakerByEditor?: true;
  role: string | null;
  affiliation: string | null;
  reportedBy: string | null;
  /** Pronouns and descriptions in the evidence of which it is sure for whom they stand. */
  references: Reference[];
  /** Whether the evidence is words in quotation marks, a reported claim, or the article's narration. */
  voice: 'direct' | 'indirect' | 'mixed' | 'narration';
  /** Share of the evidence that stands before the speaker's words or claim, 0–1; 0 in narration. */
  preface: number;
  /** Somebody's judgement, the article's report of what speaks for or against talks, or a mere mention. */
  basis: 'judgement' | 'report' | 'mention';
  /** Why it counts for nothing: background, or words that are counted already; null where it counts. */
  setAside: 'past event' | 'calendar' | 'definition' | 'repeat' | null;
  /** Share in the verdict, 0–1. */
  weight: number;
}

/** One factor of one era: what its articles say, summed up. */
export interface FactorOutlook {
  factor: Factor;
  /** Weighted balance of directions, -1 (against) to 1 (favours); null without evidence. */
  balance: number | null;
  favours: number;
  against: number;
  neutral: number;
  /** Articles with evidence on the factor. */
  articles: number;
  /** What counts, strongest first. */
  findings: Finding[];
  /** What was found and counts for nothing. */
  setAside: Finding[];
}

export interface EraOutlook {
  era: Era;
  articles: number;
  factors: FactorOutlook[];
}

export interface FactorComparison {
  factor: Factor;
  verdict: Verdict;
  /** The rule that decided, as a code and in words ("the 2025 article compares by itself"). */
  reason: { code: string; text: string };
  /** The verdict is an editor's word: what was found instead, and why it was changed. */
  correction?: { found: Verdict; because: string };
  /** The evidence chosen for a reader, best first. */
  then: Finding[];
  now: Finding[];
}

/** The two outlooks side by side. */
export interface Comparison {
  topicId: string;
  then: EraOutlook;
  now: EraOutlook;
  /** Factors with evidence in at least one era, in the order of FACTORS. */
  factors: FactorComparison[];
  /** Factors on which neither era's articles say anything. */
  silent: Factor[];
}

import type { Factor, Band } from '#lib/analysis/analysis.ts';
import type { Era, Evidence, Verdict } from '#lib/outlook/comparison.ts';

/** A line of the briefing in Parley's own words, and the evidence on which it stands. */
export interface Line {
  text: string;
  evidence: Evidence[];
}

/** A piece of an article as a reader sees it: the words, who says them, where and when. */
export interface Citation {
  evidence: Evidence;
  /** Who says so, or null: the outlet's narration, or unattributed. */
  speaker: string | null;
  role: string | null;
  voice: 'direct' | 'indirect' | 'mixed' | 'narration';
  /** The outlet through which it is known where second-hand ("Axios"), or null. */
  reportedBy: string | null;
  outlet: string;
  /** ISO date of publication. */
  date: string;
  dateInferred: boolean;
  /** Address of the original that opens at the quoted words, or null where none is known. */
  url: string | null;
  likelihood: { word: string; band: Band }[];
  /** What a pronoun in the words stands for ("he: Kim Jong-un"), shown in brackets outside them. */
  gloss: string | null;
}

export interface Change {
  factor: Factor;
  verdict: Verdict;
  /** One sentence: what changed. */
  line: Line;
  /** Why the verdict stands, in words. */
  reason: string;
  then: Citation[];
  now: Citation[];
}

/** Where one era stands on the ICD 203 scale: the band that most of its quantified judgements of the talks name. */
export interface ScaleMark {
  band: Band;
  /** The original words, most frequent first. */
  words: string[];
  citations: Citation[];
}

export interface Source {
  articleId: string;
  era: Era;
  headline: string;
  author: string[];
  outlet: string;
  date: string;
  dateInferred: { method: string; evidence: string } | null;
  url: string | null;
  /** New since the last edition. */
  fresh: boolean;
}

/** The content of one edition, before it is put into words for a language and rendered. */
export interface Briefing {
  topicId: string;
  topicTitle: string;
  /** The scheduled local date, ISO. */
  slot: string;
  eras: Record<Era, string>;
  subject: Line;
  preheader: Line;
  bottomLine: Line[];
  scale: Record<Era, ScaleMark | null>;
  changes: Change[];
  voices: Record<Era, Citation[]>;
  /** Ids of articles that the last edition did not have; null where this is the first edition. */
  freshArticles: string[] | null;
  /** Factors on which one or both eras' articles say nothing. */
  silent: { factor: Factor; eras: Era[] }[];
  /** What a careful reader must know: inferred dates, second-hand quotations, few articles. */
  caveats: string[];
  sources: Source[];
}

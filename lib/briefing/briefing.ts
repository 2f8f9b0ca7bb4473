import type { Band } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Era, Evidence, Verdict } from '#lib/outlook/comparison.ts';
import type { Marks } from './marks-around.ts';

/** A line of the briefing in Parley's own words, and the evidence on which it stands. */
export interface Line {
  text: string;
  evidence: Evidence[];
}

/** An estimative word of an article and its ICD 203 band. */
export interface CitedLikelihood {
  word: string;
  band: Band;
  /** The band for the talks where it differs from that of the word's own clause. */
  talksBand: Band | null;
  /** Whether it puts odds on the talks themselves. */
  ofTalks: boolean;
  /** Whether ICD 203 lists the word itself. */
  listed: boolean;
}

/** A piece of an article as a reader sees it: the words, who says them, where and when. */
export interface Citation {
  evidence: Evidence;
  /** Quotation marks of the article from which the passage was cut off, on either side or on both. */
  marks: Marks;
  /** Words of the sentence were left out before or after the piece. */
  cut: { before: boolean; after: boolean };
  /** Who says so, or null: the outlet's narration, or unattributed. */
  speaker: string | null;
  /** The speaker is an editor's word, and shown as such. */
  speakerByEditor?: true;
  role: string | null;
  affiliation: string | null;
  voice: 'direct' | 'indirect' | 'mixed' | 'narration';
  /** The outlet through which it is known where second-hand ("Axios"), or null. */
  reportedBy: string | null;
  /** The words are those of a summary written for Parley, not the outlet's own. */
  summarised: boolean;
  outlet: string;
  /** ISO date of publication, as exact as it is known: "2020-05-05", "2020-05" or "2020". */
  date: string;
  dateInferred: boolean;
  /** Address of the original that opens at the quoted words where it can, or null where none is known. */
  url: string | null;
  likelihood: CitedLikelihood[];
  /** Whom words of the passage mean, where it does not tell itself: “he” is Hong Min. */
  glosses: { words: string; name: string }[];
  /** Name of the side negotiation that the words are about ("inter-Korean talks"), or null. */
  sideNegotiation: string | null;
}

/** How many passages of one era speak for and against talks on a factor. */
export interface Tally {
  favours: number;
  against: number;
  neutral: number;
}

export interface Change {
  factor: Factor;
  verdict: Verdict;
  /** One sentence: what changed. */
  line: Line;
  /** Why the verdict stands, where that is more than the balance of the passages; else null. */
  reason: string | null;
  /** Why the editor changed the verdict; absent where it is as found. */
  correction?: string;
  tally: Record<Era, Tally>;
  then: Citation[];
  now: Citation[];
}

/** Where one era stands on the ICD 203 scale: the band that most of its quantified judgements of the talks name. */
export interface ScaleMark {
  /** The band for the talks. */
  band: Band;
  /** Another band that as many judgements name, or null. */
  tiedWith: Band | null;
  /** How many judgements name each band, most frequent first. */
  spread: { band: Band; judgements: number }[];
  /** The original words, most frequent first; `ofObstacle`: said of what stands in the way ("will likely prevent"). */
  words: { word: string; ofObstacle: boolean }[];
  citations: Citation[];
}

export interface Source {
  articleId: string;
  era: Era;
  headline: string;
  /** BCP 47, or "und". */
  language: string;
  author: string[];
  outlet: string;
  /** As in `Citation.date`. */
  date: string;
  dateInferred: { method: string; evidence: string } | null;
  url: string | null;
  /** The text that was read is a summary written for Parley. */
  summarised: boolean;
  /** New since the last edition. */
  fresh: boolean;
}

/** What an editor adds to an edition, in words that no article has to hold. */
export interface EditorNote {
  text: string;
  /** Who signs it. */
  by: string;
}

/** The content of one edition, before it is laid out and rendered. */
export interface Briefing {
  topicId: string;
  topicTitle: string;
  /** Language of the lines and of the fixed wording, as in `Topic.language`. */
  language: string;
  /** The scheduled local date, ISO. */
  slot: string;
  eras: Record<Era, string>;
  subject: Line;
  preheader: Line;
  bottomLine: Line[];
  /** The model that ordered the bottom line and chose among Parley's lines; absent where Parley did. */
  chosenBy?: string;
  editorNotes: EditorNote[];
  scale: Record<Era, ScaleMark | null>;
  /** Words of estimates of the talks that the scale gives no number ("possible"), most frequent first. */
  unquantified: Record<Era, string[]>;
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

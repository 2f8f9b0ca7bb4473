import type { Factor } from '#lib/topic/factor.ts';

/** Whether a sentence favours or speaks against talks happening and progressing. */
export type Direction = 'favours' | 'against' | 'neutral';

/** ICD 203 bands of likelihood, low to high; `unquantified` for words the directive gives no number. */
export const BANDS = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even',
  'likely',
  'very-likely',
  'almost-certain',
] as const;
export type Band = (typeof BANDS)[number] | 'unquantified';

/** A verbatim slice of an article's body: half-open UTF-16 offsets, `body.slice(start, end) === text`. */
export interface Slice {
  start: number;
  end: number;
  text: string;
}

/** An estimative expression as written ("unlikely") and its band. */
export interface Likelihood extends Slice {
  /** The band for the clause it stands in. */
  band: Band;
  /** The band for the talks where it differs: "will likely prevent a breakthrough" is unlikely for the talks. */
  talksBand: Band | null;
  /** Whether what it estimates is the talks: a meeting, a deal, progress or resumption, or that one fails. */
  ofTalks: boolean;
  /** Whether ICD 203 lists the word itself. */
  listed: boolean;
}

export interface Sentence extends Slice {
  /** Index in `Analysis.paragraphs`. */
  paragraph: number;
  /** Primary first, at most three; empty where the sentence says nothing about the talks. */
  factors: Factor[];
  direction: Direction | null;
  likelihood: Likelihood[];
  /** Id of the topic's side negotiation it is about, or null for the main talks. */
  axis: string | null;
  /** It compares the eras by its own words ("than four years ago"). */
  comparesEras: boolean;
  /** Ids of the rules that fired, for explanations. */
  rules: string[];
}

/** Words or a claim ascribed to somebody. */
export interface Attribution {
  type: 'direct' | 'indirect' | 'mixed';
  /** The words ascribed, in pieces where a cue splits them. Direct pieces include their quotation marks. */
  content: Slice[];
  /** Full name ("Hong Min") or the text's own phrase ("a senior U.S. official"); null where unsure. */
  speaker: string | null;
  /** Id of the topic's actor, or null. */
  actor: string | null;
  role: string | null;
  affiliation: string | null;
  /** The cue as written ("said", "according to"), or null for a continued quotation. */
  cue: string | null;
  /** The outlet through which it is known, where second-hand ("Axios"), or null. */
  reportedBy: string | null;
  /** Index of the sentence in which the content begins. */
  sentence: number;
}

/** A pronoun or description that stands for somebody ("he", "the professor"), where it is sure for whom. */
export interface Reference extends Slice {
  /** Full name, or the text's own phrase for a source without one. */
  name: string;
}

export interface Paragraph extends Slice {
  kind: 'body' | 'subhead' | 'caption';
}

/** What is found in one article. Pure function of article and topic; kept by content hash. */
export interface Analysis {
  articleId: string;
  paragraphs: Paragraph[];
  sentences: Sentence[];
  attributions: Attribution[];
  /** In the order of the text; only subjects of clauses and speakers are looked at. */
  references: Reference[];
}

import type { Phrase } from './phrase-core.ts';

/** Half-open stretch of the body. */
export interface Span {
  start: number;
  end: number;
}

/** Words ascribed to a phrase, as the grammar of one statement shows; whom the phrase means is settled later. */
export interface Claim {
  content: Span[];
  isSpeech: boolean;
  /** The phrase that names the speaker, or null where none stands there. */
  source: Phrase | null;
  /** Nobody is named because the words go on from what was quoted before. */
  isContinued: boolean;
  /** First and last token of the cue, or null. */
  cue: { from: number; to: number } | null;
  /** Phrase of the listener or reporting outlet: "told [Axios]", "[CNN] quoted an aide as saying". */
  medium: Phrase | null;
}

import type { Topic } from '#lib/topic/topic.ts';
import type { Sentence } from './analysis.ts';

/** A sentence as cut from the body: half-open UTF-16 offsets and the index of its paragraph. */
export type SentenceDraft = Pick<Sentence, 'start' | 'end' | 'text' | 'paragraph'>;

/** Adds to each sentence what it says about the talks. */
export function annotateSentences(
  drafts: SentenceDraft[],
  _body: string,
  _topic: Topic,
): Sentence[] {
  return drafts.map((draft) => ({
    ...draft,
    factors: [],
    direction: null,
    likelihood: [],
    axis: null,
    comparesEras: false,
    rules: [],
  }));
}

import type { Topic } from '#lib/topic/topic.ts';
import type { Likelihood, Sentence } from './analysis.ts';
import { findDirection } from './direction.ts';
import { scoreFactors, type FactorScore } from './factors.ts';
import { findEstimates } from './likelihood.ts';
import { tagWords, type TaggedWord } from './tagged-words.ts';
import { topicLexicon } from './topic-lexicon.ts';

/** A sentence as cut from the body: half-open UTF-16 offsets and the index of its paragraph. */
export type SentenceDraft = Pick<Sentence, 'start' | 'end' | 'text' | 'paragraph'>;

/** Adds to each sentence what it says about the talks. */
export function annotateSentences(
  drafts: SentenceDraft[],
  _body: string,
  topic: Topic,
): Sentence[] {
  const lexicon = topicLexicon(topic);
  return drafts.map((draft) => {
    const estimates = findEstimates(draft.text, draft.start);
    const words = markEstimates(tagWords(draft.text, lexicon), estimates, draft.start);
    const scores = scoreFactors(words);
    const factors = choose(scores);
    const likelihood: Likelihood[] = estimates.map((e) => ({ ...e, talksBand: null }));
    return {
      ...draft,
      factors,
      direction: factors.length > 0 ? findDirection(words, factors) : null,
      likelihood,
      axis: null,
      comparesEras: false,
      rules: scores.filter(({ factor }) => factors.includes(factor)).flatMap(({ rules }) => rules),
    };
  });
}

const SCORE_MIN = 1.5;
const SHARE_MIN = 0.55;
function choose(scores: FactorScore[]) {
  const best = scores[0]?.score ?? 0;
  return scores
    .filter(({ score }) => score >= SCORE_MIN && score >= SHARE_MIN * best)
    .slice(0, 2)
    .map(({ factor }) => factor);
}

type Estimated = Pick<Likelihood, 'start' | 'end' | 'band'>;
const IMPROBABLE = new Set<string>(['unlikely', 'very-unlikely', 'almost-no-chance']);
/** Estimates become words of their own kind; those below even odds turn what follows. */
function markEstimates(words: TaggedWord[], estimates: Estimated[], offset: number): TaggedWord[] {
  return words.map((word) => {
    const estimate = estimates.find(
      ({ start, end }) => word.start + offset >= start && word.end + offset <= end,
    );
    if (!estimate) return word;
    const classes = new Set(word.classes).add('estimate');
    if (IMPROBABLE.has(estimate.band)) {
      classes.clear();
      classes.add('estimate').add('improbable');
    }
    return { ...word, classes };
  });
}

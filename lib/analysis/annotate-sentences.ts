import type { Topic } from '#lib/topic/topic.ts';
import type { Sentence } from './analysis.ts';
import { comparedFactor } from './compared-factor.ts';
import { inContext } from './context.ts';
import { findDirection } from './direction.ts';
import { chooseFactors, type FactorScore } from './factors.ts';
import { likelihoodOf } from './likelihood.ts';
import { readSentence, type Reading } from './reading.ts';

/** A sentence as cut from the body: half-open UTF-16 offsets and the index of its paragraph. */
export type SentenceDraft = Pick<Sentence, 'start' | 'end' | 'text' | 'paragraph'>;

/**
 * Adds to each sentence what it says about the talks: factors, direction, likelihood, axis, whether it
 * compares the eras. Sentences without bearing on the talks keep an empty list of factors. A sentence
 * that points back ("This positions …") is read in the light of the one before it.
 */
export function annotateSentences(
  drafts: SentenceDraft[],
  _body: string,
  topic: Topic,
): Sentence[] {
  const readings = inContext(
    drafts.map((draft) => readSentence(draft, topic)),
    topic,
  );
  const sentences: Sentence[] = [];
  for (const reading of readings) sentences.push(conclude(reading, sentences.at(-1)));
  return sentences;
}

/** Not only in the light of its neighbour: what is compared must be named. */
function saysSoItself({ rules }: FactorScore): boolean {
  return rules.some((rule) => !rule.startsWith('context/'));
}

function conclude(reading: Reading, previous: Sentence | undefined): Sentence {
  const { draft, words, estimates, scores, axis } = reading;
  const chosen = chooseFactors(scores);
  const found = chosen.map(({ factor }) => factor);
  const compared = comparedFactor(
    draft.text,
    words,
    chosen.filter(saysSoItself).map(({ factor }) => factor),
  );
  const factors = compared ? [compared, ...found.filter((each) => each !== compared)] : found;
  const before = reading.pointsBack ? (previous?.direction ?? null) : null;
  const read = factors.length > 0 ? findDirection(words, before) : null;
  return {
    ...draft,
    factors,
    direction: read?.direction ?? null,
    likelihood: likelihoodOf(estimates, words, draft.start),
    axis,
    comparesEras: compared !== null,
    rules: [...chosen.flatMap(({ rules }) => rules), ...(read ? [read.rule] : [])],
  };
}

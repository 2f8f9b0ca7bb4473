import type { Topic } from '#lib/topic/topic.ts';
import type { Sentence } from './analysis.ts';
import { comparedFactor } from './compared-factor.ts';
import { readInContext } from './context.ts';
import { findDirection } from './find-direction.ts';
import { findFactors, type FactorFound } from './find-factors.ts';
import { likelihoodOf } from './likelihood.ts';
import type { Reading } from './reading.ts';

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
  const readings = readInContext(drafts, topic);
  return readings.map((reading, at) => conclude(reading, readings[at - 1]));
}

/** Not only in the light of its neighbour: what is compared must be named. */
function saysSoItself({ rules }: FactorFound): boolean {
  return rules.some((rule) => !rule.startsWith('context/'));
}

function conclude(reading: Reading, before: Reading | undefined): Sentence {
  const { draft, words, estimates, axis } = reading;
  const chosen = findFactors(reading, before);
  const found = chosen.map(({ factor }) => factor);
  const compared = comparedFactor(
    draft.text,
    words,
    chosen.filter(saysSoItself).map(({ factor }) => factor),
  );
  const factors = compared ? [compared, ...found.filter((each) => each !== compared)] : found;
  const read = factors.length > 0 ? findDirection(reading, before) : null;
  return {
    ...draft,
    factors,
    direction: read?.direction ?? null,
    likelihood: likelihoodOf(estimates, words, draft.start),
    axis,
    comparesEras: compared !== null,
    rules: [...chosen.flatMap(({ rules }) => rules), ...(read?.rules ?? [])],
  };
}

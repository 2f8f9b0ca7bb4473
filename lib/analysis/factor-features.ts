import { clausesOf } from './clauses.ts';
import { SCORE_MAX, type FactorScore } from './factors.ts';
import type { Reading } from './reading.ts';
import type { TaggedWord } from './tagged-words.ts';
import type { Features } from './weigh.ts';
import { meaningsOf, pairsOf, tokensOf } from './word-tokens.ts';

const SHORT_MAX_WORDS = 8;
const LONG_MIN_WORDS = 31;
/** The first of these is what a sentence is about. */
const SUBJECTS = ['party', 'leader', 'third', 'talks', 'person', 'meeting'];

/**
 * What tells the factors of a sentence: what the rules say of it and of the one before, its classes of
 * words, in the main clause and in pairs, its words and their neighbours.
 */
export function factorFeatures(reading: Reading, before: Reading | undefined): Features {
  const { words, scores } = reading;
  const tokens = tokensOf(words).flat();
  const features: Features = new Map([['base', 1]]);
  addScores(features, scores);
  features.set(`before/${before?.scores[0]?.factor ?? 'none'}`, 1);
  addMeanings(features, words);
  for (const token of tokens) features.set(`word/${token}`, 0.6);
  for (const pair of pairsOf(tokens)) features.set(`words/${pair}`, 0.4);
  if (words.length <= SHORT_MAX_WORDS) features.set('short', 1);
  if (words.length >= LONG_MIN_WORDS) features.set('long', 1);
  return features;
}

function addScores(features: Features, scores: FactorScore[]): void {
  const [first, second] = scores;
  if (first) features.set(`first/${first.factor}`, 1);
  if (second) features.set(`second/${second.factor}`, 1);
  for (const { factor, score, rules } of scores) {
    features.set(`score/${factor}`, score / SCORE_MAX);
    for (const rule of rules) features.set(`rule/${rule}`, 0.6);
  }
}

function addMeanings(features: Features, words: TaggedWord[]): void {
  const places = clausesOf(words);
  const subject = words.findIndex(({ classes }) => SUBJECTS.some((name) => classes.has(name)));
  let earlier: string[] = [];
  meaningsOf(words).forEach((meanings, at) => {
    const isMain = places[at]?.share === 1 && !places[at]?.isCondition;
    for (const name of meanings) {
      features.set(`class/${name}`, 0.6);
      if (isMain) features.set(`main/${name}`, 0.4);
      if (at === subject) features.set(`subject/${name}`, 1);
      for (const one of earlier) features.set(`pair/${one}>${name}`, 0.3);
    }
    if (meanings.length > 0) earlier = meanings;
  });
}

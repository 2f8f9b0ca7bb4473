import type { Direction } from './analysis.ts';
import { readDirection, tellingOf } from './direction.ts';
import { SCORE_MAX } from './factors.ts';
import type { Reading } from './reading.ts';
import type { TaggedWord } from './tagged-words.ts';
import { signOf, turnedWords } from './turned-words.ts';
import type { Features } from './weigh.ts';
import { meaningsOf, pairsOf, tokensOf } from './word-tokens.ts';

/** More than this for or against is not told apart. */
const BALANCE_MAX = 3;

/**
 * What tells the direction of a sentence: what its words weigh by the rules, how the rules read it and
 * the one before, its factors, its classes of words and its words, each marked where it is turned round.
 */
export function directionFeatures(reading: Reading, before: Reading | undefined): Features {
  const { words, scores, pointsBack } = reading;
  const features: Features = new Map([['base', 1]]);
  const { sides, facts } = tellingOf(words);
  for (const { id, value } of sides)
    features.set(`hint/${id}`, (features.get(`hint/${id}`) ?? 0) + value);
  for (const { id } of facts) features.set(id, 1);
  const { direction, balance } = readDirection(words);
  features.set('balance', Math.max(-BALANCE_MAX, Math.min(BALANCE_MAX, balance)) / 2);
  features.set(`rules/${direction}`, 1);
  if (before) addBefore(features, readDirection(before.words).direction, pointsBack);
  for (const { factor, score } of scores) features.set(`score/${factor}`, score / SCORE_MAX);
  if (scores[0]) features.set(`first/${scores[0].factor}`, 1);
  addWords(features, words);
  return features;
}

function addBefore(features: Features, direction: Direction, pointsBack: boolean): void {
  features.set(`before/${direction}`, 1);
  if (pointsBack) features.set(`back/${direction}`, 1);
}

function addWords(features: Features, words: TaggedWord[]): void {
  const tokens: string[] = [];
  let earlier: string[] = [];
  const meaningsOfWords = meaningsOf(words);
  const tokensOfWords = tokensOf(words);
  turnedWords(words).forEach(({ turns, share }, at) => {
    const sign = signOf(turns) < 0 ? 'not-' : '';
    const meanings = meaningsOfWords[at] ?? [];
    for (const name of meanings) {
      const id = `class/${sign}${name}`;
      features.set(id, Math.max(0.6 * share, features.get(id) ?? 0));
      for (const one of earlier) features.set(`pair/${one}>${name}`, 0.3);
    }
    if (meanings.length > 0) earlier = meanings;
    for (const token of tokensOfWords[at] ?? []) tokens.push(sign + token);
  });
  for (const token of tokens) features.set(`word/${token}`, 0.6);
  for (const pair of pairsOf(tokens)) features.set(`words/${pair}`, 0.4);
}

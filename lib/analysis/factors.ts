import type { Factor } from './analysis.ts';
import { FACTOR_RULES, type FactorRule } from './rules/factor-rules.ts';
import type { TaggedWord } from './tagged-words.ts';

/** What speaks for a factor in one sentence. */
export interface FactorScore {
  factor: Factor;
  score: number;
  /** Ids of the rules that fired. */
  rules: string[];
}

/** Scores of the factors that a sentence's words speak of, strongest first. */
export function scoreFactors(words: TaggedWord[]): FactorScore[] {
  const places = placesOf(words);
  const scores = new Map<Factor, FactorScore>();
  for (const rule of FACTOR_RULES) {
    if (!fires(rule, places)) continue;
    const entry = scores.get(rule.factor) ?? { factor: rule.factor, score: 0, rules: [] };
    entry.score += rule.weight;
    entry.rules.push(rule.id);
    scores.set(rule.factor, entry);
  }
  return [...scores.values()].sort((a, b) => b.score - a.score);
}

/** Positions of each class in the sentence. */
export type Places = Map<string, number[]>;

export function placesOf(words: TaggedWord[]): Places {
  const places: Places = new Map();
  words.forEach(({ classes }, at) => {
    for (const name of classes) {
      const list = places.get(name);
      if (list) list.push(at);
      else places.set(name, [at]);
    }
  });
  return places;
}

const WITHIN_DEFAULT = 12;

/** Whether a sentence has all the rule's classes, near enough and in order where the rule says so. */
export function fires(rule: FactorRule, places: Places): boolean {
  if (rule.none?.some((names) => anyOf(names, places).length > 0)) return false;
  const lists = rule.all.map((names) => anyOf(names, places));
  if (lists.some((list) => list.length === 0)) return false;
  const [first = [], ...rest] = lists;
  return first.some((at) => follows(rule, at, rest));
}

function follows(rule: FactorRule, from: number, rest: number[][]): boolean {
  const { within = WITHIN_DEFAULT, inOrder = false } = rule;
  const [next, ...others] = rest;
  if (!next) return true;
  return next.some((at) => {
    const distance = at - from;
    const near = distance !== 0 && Math.abs(distance) <= within && (!inOrder || distance > 0);
    return near && follows(rule, at, others);
  });
}

function anyOf(names: string, places: Places): number[] {
  if (!names.includes('|')) return places.get(names) ?? [];
  return names.split('|').flatMap((name) => places.get(name) ?? []);
}

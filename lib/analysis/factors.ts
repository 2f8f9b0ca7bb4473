import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import { clausesOf } from './clauses.ts';
import { once } from './once.ts';
import { FACTOR_RULES } from './rules/factor-rules.ts';
import type { FactorRule } from './rules/factor-rule.ts';
import type { TaggedWord } from './tagged-words.ts';

/** Word classes that stand together, as rules look for them. */
export type ClassPattern = Pick<FactorRule, 'all' | 'within' | 'inOrder' | 'none'>;

/** What speaks for a factor in one sentence. */
export interface FactorScore {
  factor: Factor;
  score: number;
  /** Ids of the rules that fired. */
  rules: string[];
}

/** More is not told apart: many hints at one thing must not hide another. */
export const SCORE_MAX = 3.25;

/** What a word adds that the topic itself gives to a factor. */
const TOPIC_WORD_SCORE = 2.5;
/** Less than this is a hint. */
export const FACTOR_SCORE_MIN = 1.5;
/** Where a sentence says nothing plainer its strongest hint counts; less than this is a mere mention. */
export const HINT_SCORE_MIN = 0.5;
/** A further factor needs this share of the first one's score. */
const FURTHER_MIN_SHARE = 0.55;
/** The third needs more: few sentences turn on three things. */
const THIRD_MIN_SHARE = 0.85;

/** The factors a sentence is told to speak of: primary first, at most three. */
export function chooseFactors(scores: FactorScore[]): FactorScore[] {
  const plain = scores.filter(({ score }) => score >= FACTOR_SCORE_MIN);
  const hint = scores.filter(({ score }) => score >= HINT_SCORE_MIN).slice(0, 1);
  const [first, second, third] = plain.length > 0 ? plain : hint;
  if (!first) return [];
  const has = (other: FactorScore | undefined, share: number): other is FactorScore =>
    other !== undefined && other.score >= share * first.score;
  return [
    first,
    ...(has(second, FURTHER_MIN_SHARE) ? [second] : []),
    ...(has(third, THIRD_MIN_SHARE) ? [third] : []),
  ];
}

/** Scores of the factors that a sentence's words speak of, strongest first. */
export function scoreFactors(words: TaggedWord[]): FactorScore[] {
  const places = placesOf(words);
  const shares = clausesOf(words).map(({ share, isConcession }) =>
    isConcession ? share : (share + 1) / 2,
  );
  let scores: FactorScore[] = [];
  for (const rule of FACTOR_RULES) {
    const strength = strengthOf(rule, places, shares);
    if (strength > 0) scores = addScore(scores, rule.factor, rule.weight * strength, rule.id);
  }
  for (const factor of FACTORS)
    if (places.has(`topic:${factor}`))
      scores = addScore(scores, factor, TOPIC_WORD_SCORE, `${factor}/topic-word`);
  return scores;
}

/** Scores with one more piece of evidence, strongest first. */
export function addScore(
  scores: FactorScore[],
  factor: Factor,
  score: number,
  rule: string,
): FactorScore[] {
  const known = scores.find((each) => each.factor === factor) ?? { factor, score: 0, rules: [] };
  const raised = {
    factor,
    score: Math.min(SCORE_MAX, known.score + score),
    rules: [...known.rules, rule],
  };
  return [...scores.filter((each) => each !== known), raised].sort((a, b) => b.score - a.score);
}

/** Positions of each class in a sentence. */
export type Places = Map<string, number[]>;

/** Where the classes of a sentence stand. */
export const placesOf = once(findPlaces);

function findPlaces(words: TaggedWord[]): Places {
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

/**
 * How strongly a rule fires, 0 (not) to 1: all its classes stand near enough, and in order where it says
 * so; the least of their clauses' shares counts.
 */
export function strengthOf(rule: ClassPattern, places: Places, shares: number[]): number {
  const { all, none } = alternativesOf(rule);
  if (none.some((names) => stands(names, places))) return 0;
  if (!all.every((names) => stands(names, places))) return 0;
  const [first = [], ...rest] = all.map((names) => anyOf(names, places));
  return Math.max(...first.map((at) => follow(rule, at, rest, shares)));
}

function follow(rule: ClassPattern, from: number, rest: number[][], shares: number[]): number {
  const share = shares[from] ?? 1;
  const [next, ...others] = rest;
  if (!next) return share;
  const { within = WITHIN_DEFAULT, inOrder = false } = rule;
  let best = 0;
  for (const at of next) {
    const distance = at - from;
    if (distance === 0 || Math.abs(distance) > within || (inOrder && distance < 0)) continue;
    best = Math.max(best, Math.min(share, follow(rule, at, others, shares)));
  }
  return best;
}

function stands(names: string[], places: Places): boolean {
  for (const name of names) if (places.has(name)) return true;
  return false;
}

function anyOf(names: string[], places: Places): number[] {
  return names.flatMap((name) => places.get(name) ?? []);
}

/** A rule's classes, alternatives parted ("talks|meeting"). */
const alternativesOf = once(({ all, none = [] }: ClassPattern) => ({
  all: all.map((names) => names.split('|')),
  none: none.map((names) => names.split('|')),
}));

import type { Band, Likelihood, Slice } from './analysis.ts';
import type { TaggedWord } from './tagged-words.ts';
import type { Estimate } from './rules/estimate.ts';
import { ESTIMATES } from './rules/estimates.ts';
import { NO_ESTIMATE } from './rules/no-estimate.ts';

/** For lower case: to compile it without regard to case takes more than twice the time. */
const ANY_ESTIMATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ESTIMATES.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** What every expression has a piece of: most sentences have none, and need no closer look. */
const ANY_CUE =
  /likel|probab|chance|possib|prospect|odds|certain|expect|antici|project|predict|tipped|forecast|foresee|not possible|realistic|pessimis|long shot|tall order|\b(?:may|might|could|bets?|betting|sure|bound|air|sight|seen|rul(?:e|ed|ing)|exclude)\b|doubt|question|unclear|not (?:\w+ )?clear|surpris|sure|inevit|guarant|assur|(?:hard|difficult|tough|early|soon) to|skeptic|sceptic|plausib|conceiv|perhaps|maybe|potential|unthink|fifty|50|toss|coin|fetched|optimis|surely|definitely|hope|zero|percent|%|poised|course|liable|apt to|presum|foregone|matter of time|no way|imagin|set to|not if/i;
/** A negation up to two words before the expression. */
const NEGATION_BEFORE =
  /(?:\b(?:not|never|hardly|cannot)|n['’]t)(?: (?!only\b)[\w’'-]+){0,2} $|\b(?:nor|neither)(?: [\w’'-]+){0,4} $/i;
const CONTEXT_CHARS = 60;

/** An estimative expression with the band of its own clause. */
export type Estimated = Omit<Likelihood, 'talksBand' | 'ofTalks'>;

/**
 * The estimative expressions of a sentence, left to right, with the band of their own clause.
 * `offset`: where the sentence begins in the body; slices count from there.
 */
export function findEstimates(sentence: string, offset: number): Estimated[] {
  const found: Estimated[] = [];
  if (!ANY_CUE.test(sentence)) return found;
  for (const match of inLowerCase(sentence).matchAll(ANY_ESTIMATE)) {
    const estimate = ESTIMATES[match.slice(1).findIndex((group) => group !== undefined)];
    const { index, 0: matched } = match;
    const text = sentence.slice(index, index + matched.length);
    const free = (found.at(-1)?.end ?? offset) - offset;
    const before = sentence.slice(Math.max(free, index - CONTEXT_CHARS), index);
    const after = sentence.slice(index + text.length, index + text.length + CONTEXT_CHARS);
    if (!estimate || isNoEstimate(text, before, after)) continue;
    found.push(toFound(estimate, { index, text, before }, sentence, offset));
  }
  return withoutEchoes(found);
}

/** Latin capitals only: others may change their length ("İ"), and every slice with it. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

function isNoEstimate(text: string, before: string, after: string): boolean {
  if (text === 'May') return true;
  return NO_ESTIMATE.some(
    (trap) =>
      trap.word.test(text) &&
      (trap.before?.test(before) ?? true) &&
      (trap.after?.test(after) ?? true),
  );
}

function toFound(
  { band, negated, listed }: Estimate,
  { index, text, before }: { index: number; text: string; before: string },
  sentence: string,
  offset: number,
): Estimated {
  const negation = negated ? NEGATION_BEFORE.exec(before)?.[0] : undefined;
  const start = index - (negation?.length ?? 0);
  const end = index + text.length;
  const slice = { start: offset + start, end: offset + end, text: sentence.slice(start, end) };
  return {
    ...slice,
    band: negation && negated ? negated : band,
    listed: listed === true && !negation,
  };
}

/** "could alarm them, potentially prompting …" estimates once: "potential" adds nothing to another word. */
function withoutEchoes(found: Estimated[]): Estimated[] {
  const others = found.filter(({ text }) => !/^potential/i.test(text));
  return others.length > 0 ? others : found;
}

const MIRRORED: Record<Band, Band> = {
  'almost-no-chance': 'almost-certain',
  'very-unlikely': 'very-likely',
  unlikely: 'likely',
  'roughly-even': 'roughly-even',
  likely: 'unlikely',
  'very-likely': 'very-unlikely',
  'almost-certain': 'almost-no-chance',
  unquantified: 'unquantified',
};

/** What an estimate bears on is looked for in this many words after it, in the same clause. */
const BEARS_ON_WORDS = 7;
/** Classes of words for the talks going wrong, or being declined. */
const AGAINST_TALKS = ['blocking', 'stalled', 'collapse', 'unwilling', 'unchanging'];
/** What stands behind one of these goes wrong in another sense: "unlikely to provoke a rejection". */
const STOPS = ['negation', 'provocation'];

/**
 * Estimates with the band for the talks beside that of their clause where the two differ: what is
 * "likely" to prevent a breakthrough makes the breakthrough unlikely.
 */
export function likelihoodOf(
  estimates: Omit<Likelihood, 'talksBand'>[],
  words: TaggedWord[],
  offset: number,
): Likelihood[] {
  return estimates.map((estimate) => {
    const bearsAgainst =
      estimate.band !== 'unquantified' && isAgainstTalks(estimate, words, offset);
    const talksBand = bearsAgainst ? MIRRORED[estimate.band] : null;
    return { ...estimate, talksBand, ofTalks: bearsAgainst || estimate.ofTalks };
  });
}

/** What fails, is declined, or does not come about; denied twice, it does. */
function isAgainstTalks(
  estimate: Slice & { ofTalks: boolean },
  words: TaggedWord[],
  offset: number,
): boolean {
  const next = words.findIndex(({ start }) => start + offset >= estimate.end);
  if (next < 0) return false;
  const [first, ...others] = wordsToEnd(words.slice(next, next + BEARS_ON_WORDS)).filter(
    (_, at) => !isAttribute(words, next + at),
  );
  if (first?.classes.has('negation')) return estimate.ofTalks && !others.some(isFailure);
  const telling = [first, ...others].find(
    (word) => word && (isFailure(word) || STOPS.some((name) => word.classes.has(name))),
  );
  return telling !== undefined && isFailure(telling);
}

function wordsToEnd(words: TaggedWord[]): TaggedWord[] {
  const end = words.findIndex(({ text }) => /^[,;:()“”"—–]$/.test(text));
  return end < 0 ? words : words.slice(0, end);
}

const DETERMINER = /^(?:the|an?|its|their|his|her|our|any)$/;
const PARTICIPLE = /(?:ed|en)$/;
/** "stalled [nuclear] talks", but "stalled the talks", "stalled as talks …". */
const BETWEEN =
  /^(?!(?:the|an?|all|any|as|by|in|and|or|at|on|of|over|with|while|when|after|before)$)\p{L}/u;
const NOUNS_OF_TALKS = ['talks', 'meeting', 'deal'];

/** "a breakthrough in the [stalled] talks": it tells which talks, not what is estimated. */
function isAttribute(words: TaggedWord[], at: number): boolean {
  const [word, next, second] = words.slice(at, at + 3);
  if (!word || !isFailure(word)) return false;
  const isAdjective = PARTICIPLE.test(word.text) || DETERMINER.test(words[at - 1]?.text ?? '');
  const isNoun = (each: TaggedWord | undefined) =>
    each !== undefined && NOUNS_OF_TALKS.some((name) => each.classes.has(name));
  return isAdjective && (isNoun(next) || (BETWEEN.test(next?.text ?? '') && isNoun(second)));
}

function isFailure({ classes }: TaggedWord): boolean {
  return AGAINST_TALKS.some((name) => classes.has(name));
}

const IMPROBABLE: ReadonlySet<Band> = new Set(['unlikely', 'very-unlikely', 'almost-no-chance']);

/** Estimates become words of their own kind; those below even odds turn what follows. */
export function markEstimates(
  words: TaggedWord[],
  estimates: Estimated[],
  offset: number,
): TaggedWord[] {
  if (estimates.length === 0) return words;
  return words.map((word, at) => {
    const estimate = estimates.find(({ start, end }) => stands(word, start, end, offset));
    if (!estimate) return word;
    const before = words[at - 1];
    const isFirst = !before || !stands(before, estimate.start, estimate.end, offset);
    if (isAttributive(estimate, words[at + 1])) return { ...word, classes: new Set(['possible']) };
    const kept = estimate.band === 'likely' && word.classes.has('optimism') ? ['optimism'] : [];
    const own = isFirst ? ['estimate', kindOf(estimate)] : ['estimate'];
    return { ...word, classes: new Set([...own, ...kept]) };
  });
}

/** "possible engagement": names a thing, where "engagement is possible" estimates it. */
function isAttributive({ text }: Estimated, next: TaggedWord | undefined): boolean {
  return (
    /^(?:possible|potential)$/i.test(text) &&
    /^(?!to$|in$|that$|for$|if$)\p{L}/u.test(next?.text ?? '')
  );
}

function stands(word: TaggedWord, start: number, end: number, offset: number): boolean {
  return word.start + offset >= start && word.end + offset <= end;
}

/** "possible", "cannot be ruled out": the door is open; "may" and "unclear" tell nothing. */
const OPEN_DOOR = /possib|plausib|conceiv|rul(?:ed?|ing)\b/i;

const IN_DOUBT = /unclear|uncertain|doubt|question|certain|tell|say|know|seen/i;

function kindOf({ band, text }: Estimated): string {
  if (IMPROBABLE.has(band)) return 'improbable';
  if (band !== 'unquantified') return 'probable';
  if (IN_DOUBT.test(text)) return 'unclear';
  return OPEN_DOOR.test(text) ? 'possible' : 'open';
}

import type { Band, Likelihood } from './analysis.ts';
import { ESTIMATES, NO_ESTIMATE, type Estimate } from './rules/estimates.ts';

const ANY_ESTIMATE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ESTIMATES.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** A negation up to two words before the expression. */
const NEGATION_BEFORE =
  /(?:\b(?:not|never|hardly|neither|nor|cannot)|n['’]t)(?: (?!only\b)[\w’'-]+){0,2} $/i;
const CONTEXT_CHARS = 60;

type Found = Omit<Likelihood, 'talksBand'>;

/**
 * The estimative expressions of a sentence, left to right, with the band of their own clause.
 * `offset`: where the sentence begins in the body; slices count from there.
 */
export function findEstimates(sentence: string, offset: number): Found[] {
  const found: Found[] = [];
  for (const match of sentence.matchAll(ANY_ESTIMATE)) {
    const estimate = ESTIMATES[match.slice(1).findIndex((group) => group !== undefined)];
    const { index, 0: text } = match;
    const before = sentence.slice(Math.max(0, index - CONTEXT_CHARS), index);
    const after = sentence.slice(index + text.length, index + text.length + CONTEXT_CHARS);
    if (!estimate || isNoEstimate(text, before, after)) continue;
    found.push(toFound(estimate, { index, text, before }, sentence, offset));
  }
  return withoutEchoes(found);
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
): Found {
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
function withoutEchoes(found: Found[]): Found[] {
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

/** The band that an estimate about something against the talks means for the talks themselves. */
export function mirrored(band: Band): Band {
  return MIRRORED[band];
}

import type { Direction } from '#lib/analysis/analysis.ts';
import type { Finding } from './comparison.ts';
import { pull, sourceOf } from './pull.ts';
import { repeatsText } from './repeats.ts';
import { costOfReferences } from './stands-alone.ts';
import { wordCount } from './word-count.ts';

/** How many findings a reader is shown of one era and factor. */
const SHOWN_MAX = 3;
/** A direction with at least this share of the pull is shown, so that the other side is heard. */
const HEARD_MIN_SHARE = 0.2;
const COMFORTABLE_WORDS = 32;
/** Shorter evidence seldom says what it is about. */
const TELLING_MIN_WORDS = 7;

/** "If the meeting takes place …" tells nothing for sure. */
const SUPPOSES = /^[“"'‘]?(?:if|should|assuming|in case|unless)\b/i;

/**
 * The findings for a reader, best first: self-contained, short, of different sources, both sides heard,
 * nothing twice. `lead`: the direction that the verdict tells of, which comes first where it is heard.
 */
export function chooseEvidence(findings: Finding[], lead: Direction | null = null): Finding[] {
  const main = findings.filter(({ axis }) => axis === null);
  const heard = main.length > 0 ? main : findings;
  const pool = heard
    .map((finding) => ({ finding, score: readability(finding) }))
    .sort((a, b) => b.score - a.score);
  const chosen: Finding[] = [];
  for (const direction of directionsHeard(heard, lead)) {
    const best = bestOf(
      pool.filter(({ finding }) => finding.direction === direction),
      chosen,
    );
    if (best) chosen.push(best);
  }
  while (chosen.length < SHOWN_MAX) {
    const best = bestOf(pool, chosen);
    if (!best) break;
    chosen.push(best);
  }
  return chosen;
}

/** Directions that must be shown: the one that leads, then the stronger. */
function directionsHeard(findings: Finding[], lead: Direction | null): Direction[] {
  const sums = pull(findings);
  const total = sums.favours + sums.against + sums.neutral;
  const sides = (['favours', 'against'] as const).filter(
    (side) => sums[side] > 0 && sums[side] >= HEARD_MIN_SHARE * total,
  );
  const rank = (side: 'favours' | 'against') => sums[side] + (side === lead ? total : 0);
  return sides.sort((a, b) => rank(b) - rank(a));
}

/** A finding with what speaks for showing it. */
interface Candidate {
  finding: Finding;
  score: number;
}

/** Of candidates in order of their score: one that begins lower than the best stands cannot be it. */
function bestOf(pool: Candidate[], chosen: Finding[]): Finding | null {
  let best: Candidate | null = null;
  for (const { finding, score: alone } of pool) {
    if (best && alone <= best.score) break;
    if (chosen.some((other) => overlaps(other, finding) || repeats(other, finding))) continue;
    const score = alone - repetition(finding, chosen);
    if (!best || score > best.score) best = { finding, score };
  }
  return best?.finding ?? null;
}

/** What speaks for showing a finding: its weight, and how well it reads alone. */
function readability(finding: Finding): number {
  const { evidence, weight, factor, comparesEras, basis, likelihood } = finding;
  const words = wordCount(evidence.text);
  const tooLong = Math.max(0, words - COMFORTABLE_WORDS) / COMFORTABLE_WORDS;
  const tooShort = words < TELLING_MIN_WORDS ? 0.5 : 0;
  const saysLittle = { judgement: 0, report: 0.15, mention: 0.35 }[basis];
  const isSupposed = SUPPOSES.test(evidence.text) ? 0.3 : 0;
  const isEstimate =
    factor === 'outlook' &&
    likelihood.some(({ band, ofTalks }) => ofTalks && band !== 'unquantified');
  const telling = (comparesEras ? 0.3 : 0) + (isEstimate ? 0.3 : 0);
  const lacking = costOfReferences(finding) + tooLong * 0.5 + tooShort + isSupposed + saysLittle;
  return weight + telling - lacking;
}

function repetition(finding: Finding, chosen: Finding[]): number {
  const sameSource = chosen.filter((other) => sourceOf(other) === sourceOf(finding)).length;
  const sameArticle = chosen.filter(
    ({ evidence }) => evidence.articleId === finding.evidence.articleId,
  ).length;
  return 0.35 * sameSource + 0.1 * sameArticle;
}

function repeats({ evidence: a }: Finding, { evidence: b }: Finding): boolean {
  return repeatsText(a.text, b.text);
}

function overlaps({ evidence: a }: Finding, { evidence: b }: Finding): boolean {
  return a.articleId === b.articleId && a.start < b.end && b.start < a.end;
}

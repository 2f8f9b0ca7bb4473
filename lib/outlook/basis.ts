import type { Sentence } from '#lib/analysis/analysis.ts';
import type { Factor } from '#lib/topic/factor.ts';
import type { Finding } from './comparison.ts';

/** Rules by which a sentence's own words tell its direction, or that it is open. */
const TOLD: ReadonlySet<string> = new Set([
  'direction/words',
  'direction/amount',
  'direction/open',
]);

/**
 * What a finding rests on. A judgement is somebody's, or an estimate in words of probability; a report
 * is the article's own narration of something that speaks for or against talks; a mention names the
 * factor, and which way it speaks is only inferred, or names it only in the light of its neighbour.
 */
export function basisOf(
  sentence: Sentence,
  factor: Factor,
  voice: Finding['voice'],
): Finding['basis'] {
  const { rules, likelihood, comparesEras } = sentence;
  const isEstimate = likelihood.some(({ band }) => band !== 'unquantified');
  if (!isEstimate && !comparesEras && !(namesItself(rules, factor) && tellsItself(rules)))
    return 'mention';
  return voice === 'narration' && !isEstimate ? 'report' : 'judgement';
}

function tellsItself(rules: string[]): boolean {
  const read = rules.find((rule) => rule.startsWith('direction/'));
  return read === undefined || TOLD.has(read);
}

/** A sentence that speaks of a factor only in the light of the one before it does not name it. */
function namesItself(rules: string[], factor: Factor): boolean {
  const ofFactors = rules.filter((rule) => !rule.startsWith('direction/'));
  return ofFactors.length === 0 || ofFactors.some((rule) => rule.startsWith(`${factor}/`));
}

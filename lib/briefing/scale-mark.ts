import { BANDS, type Band, type Likelihood } from '#lib/analysis/analysis.ts';
import type { EraOutlook } from '#lib/outlook/comparison.ts';
import type { Citation, CitedLikelihood, ScaleMark } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';

const CITATIONS = 2;

interface Judgement extends CitedLikelihood {
  forTalks: Band;
  citation: Citation;
}

/**
 * Where an era stands on the ICD 203 scale: the band that most of its quantified estimates of the
 * talks themselves name, side negotiations left out. Of bands named equally often the less likely one
 * is marked, so that the mark never promises more than the articles. Null without such a judgement.
 */
export function scaleMark(era: EraOutlook, context: CiteContext): ScaleMark | null {
  const judgements = judgementsOf(era, context);
  const spread = BANDS.map((band) => ({ band: band as Band, judgements: count(judgements, band) }))
    .filter((entry) => entry.judgements > 0)
    .sort((a, b) => b.judgements - a.judgements);
  const [first, second] = spread;
  if (first === undefined) return null;
  const band = first.band;
  const marked = judgements.filter(({ forTalks }) => forTalks === band);
  return {
    band,
    tiedWith: second?.judgements === first.judgements ? second.band : null,
    spread,
    words: wordsByFrequency(marked),
    citations: [...new Set(marked.map(({ citation }) => citation))].slice(0, CITATIONS),
  };
}

/**
 * The words of an era's estimates of the talks that the directive gives no number ("possible", "could"),
 * most frequent first, side negotiations left out.
 */
export function unquantifiedWords(era: EraOutlook): string[] {
  const counts = new Map<string, number>();
  const findings = era.factors.find(({ factor }) => factor === 'outlook')?.findings ?? [];
  for (const { axis, likelihood } of findings)
    for (const { band, ofTalks, text } of likelihood)
      if (axis === null && ofTalks && band === 'unquantified')
        counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

function judgementsOf(era: EraOutlook, context: CiteContext): Judgement[] {
  const findings = era.factors.find(({ factor }) => factor === 'outlook')?.findings ?? [];
  return findings
    .filter(({ axis, likelihood }) => axis === null && likelihood.some(isJudgement))
    .flatMap((finding) => {
      const citation = cite(finding, context);
      if (citation === null) return [];
      return citation.likelihood
        .filter(({ ofTalks }) => ofTalks)
        .map((word) => ({ ...word, forTalks: word.talksBand ?? word.band, citation }));
    });
}

const isJudgement = ({ band, ofTalks }: Likelihood) => ofTalks && band !== 'unquantified';

function count(judgements: Judgement[], band: Band): number {
  return judgements.filter(({ forTalks }) => forTalks === band).length;
}

/** Words that differ in capitals only are one, as the article first met writes it. */
function wordsByFrequency(judgements: Judgement[]): ScaleMark['words'] {
  const counts = new Map<string, { word: string; ofObstacle: boolean; count: number }>();
  for (const { word, talksBand } of judgements) {
    const ofObstacle = talksBand !== null;
    const key = `${word.toLowerCase()} ${ofObstacle}`;
    const known = counts.get(key) ?? { word, ofObstacle, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ word, ofObstacle }) => ({ word, ofObstacle }));
}

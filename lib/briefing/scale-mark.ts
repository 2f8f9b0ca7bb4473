import { BANDS, type Band } from '#lib/analysis/analysis.ts';
import type { EraOutlook } from '#lib/outlook/comparison.ts';
import type { Citation, CitedLikelihood, ScaleMark } from './briefing.ts';
import { cite, type CiteContext } from './cite.ts';

const CITATIONS = 2;

interface Judgement extends CitedLikelihood {
  forTalks: Band;
  citation: Citation;
}

/**
 * Where an era stands on the ICD 203 scale: the band that most of its quantified judgements of the
 * overall outlook name, side negotiations left out. Of bands named equally often the less likely one
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
    words: byFrequency(marked.map(({ word }) => word)),
    ofObstacle: marked.every(({ talksBand }) => talksBand !== null),
    citations: [...new Set(marked.map(({ citation }) => citation))].slice(0, CITATIONS),
  };
}

function judgementsOf(era: EraOutlook, context: CiteContext): Judgement[] {
  const findings = era.factors.find(({ factor }) => factor === 'outlook')?.findings ?? [];
  return findings
    .filter(({ axis }) => axis === null)
    .flatMap((finding) => cite(finding, context) ?? [])
    .flatMap((citation) =>
      citation.likelihood.map((likelihood) => ({
        ...likelihood,
        forTalks: likelihood.talksBand ?? likelihood.band,
        citation,
      })),
    );
}

function count(judgements: Judgement[], band: Band): number {
  return judgements.filter(({ forTalks }) => forTalks === band).length;
}

/** Words that differ in capitals only are one, as the article first met writes it. */
function byFrequency(words: string[]): string[] {
  const counts = new Map<string, { word: string; count: number }>();
  for (const word of words) {
    const key = word.toLowerCase();
    const known = counts.get(key);
    counts.set(key, { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ word }) => word);
}

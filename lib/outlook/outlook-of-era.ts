import type { Direction } from '#lib/analysis/analysis.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import type { Era, EraOutlook, FactorOutlook, Finding } from './comparison.ts';
import { compareText } from './era-articles.ts';
import { round } from './finding-weight.ts';
import { pull } from './pull.ts';

/** What the articles of one era say, factor by factor. `articles`: how many lie in the era. */
export function outlookOfEra(era: Era, articles: number, findings: Finding[]): EraOutlook {
  const byFactor = new Map<Factor, Finding[]>(FACTORS.map((factor) => [factor, []]));
  for (const finding of findings)
    if (finding.era === era) byFactor.get(finding.factor)?.push(finding);
  return {
    era,
    articles,
    factors: [...byFactor].map(([factor, found]) => outlookOfFactor(factor, found)),
  };
}

function outlookOfFactor(factor: Factor, found: Finding[]): FactorOutlook {
  const sorted = found.sort(strongestFirst);
  const findings = sorted.filter(({ setAside }) => setAside === null);
  const main = findings.filter(({ axis }) => axis === null);
  const { favours, against, neutral } = pull(findings);
  const total = favours + against + neutral;
  const count = (direction: Direction) =>
    main.filter((each) => each.direction === direction).length;
  return {
    factor,
    balance: total > 0 ? round((favours - against) / total) : null,
    favours: count('favours'),
    against: count('against'),
    neutral: count('neutral'),
    articles: new Set(main.map(({ evidence }) => evidence.articleId)).size,
    findings,
    setAside: sorted.filter(({ setAside }) => setAside !== null),
  };
}

function strongestFirst(a: Finding, b: Finding): number {
  return (
    b.weight - a.weight ||
    compareText(a.evidence.articleId, b.evidence.articleId) ||
    a.evidence.start - b.evidence.start
  );
}

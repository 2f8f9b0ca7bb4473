import { FACTORS, type Direction, type Factor } from '#lib/analysis/analysis.ts';
import type { Era, EraOutlook, FactorOutlook, Finding } from './comparison.ts';
import { compareText } from './era-articles.ts';
import { round } from './finding-weight.ts';

/** What the articles of one era say, factor by factor. `articles`: how many lie in the era. */
export function outlookOfEra(era: Era, articles: number, findings: Finding[]): EraOutlook {
  const ofEra = findings.filter((finding) => finding.era === era);
  return { era, articles, factors: FACTORS.map((factor) => outlookOfFactor(factor, ofEra)) };
}

function outlookOfFactor(factor: Factor, ofEra: Finding[]): FactorOutlook {
  const findings = ofEra.filter((finding) => finding.factor === factor).sort(strongestFirst);
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
  };
}

function strongestFirst(a: Finding, b: Finding): number {
  return (
    b.weight - a.weight ||
    compareText(a.evidence.articleId, b.evidence.articleId) ||
    a.evidence.start - b.evidence.start
  );
}

/** Weight that pulls each way. */
export type Pull = Record<Direction, number>;

/** A second sentence of the same source adds half of its weight, a third a third: many sources over one. */
export function pull(findings: Finding[]): Pull {
  const heard = new Map<string, number>();
  const sums: Pull = { favours: 0, against: 0, neutral: 0 };
  for (const finding of [...findings].sort(strongestFirst)) {
    if (finding.axis !== null) continue;
    const source = sourceOf(finding);
    const times = (heard.get(source) ?? 0) + 1;
    heard.set(source, times);
    const neutralShare = finding.direction === 'neutral' ? 0.5 : 1;
    sums[finding.direction] += (finding.weight * neutralShare) / times;
  }
  return sums;
}

/** Who answers for a finding: its speaker, or the article where it narrates. */
export function sourceOf({ speaker, evidence }: Finding): string {
  return speaker === null ? `article ${evidence.articleId}` : `speaker ${speaker}`;
}

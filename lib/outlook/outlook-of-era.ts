import type { Direction } from '#lib/analysis/analysis.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import type { Era, EraOutlook, FactorOutlook, Finding } from './comparison.ts';
import { compareText } from './era-articles.ts';
import { round } from './finding-weight.ts';

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
  const findings = found.sort(strongestFirst);
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

/** A neutral finding counts half: it tells that a matter is spoken of, not which way it goes. */
const NEUTRAL_SHARE = 0.5;

/**
 * Each source has one vote, as strong as its strongest finding and split as its findings are: several
 * sources count over one that says much. Side negotiations are left out.
 */
export function pull(findings: Finding[]): Pull {
  const votes = new Map<string, Pull & { strongest: number }>();
  for (const finding of findings) {
    if (finding.axis !== null) continue;
    const source = sourceOf(finding);
    const vote = votes.get(source) ?? { favours: 0, against: 0, neutral: 0, strongest: 0 };
    vote[finding.direction] += finding.weight;
    vote.strongest = Math.max(vote.strongest, finding.weight);
    votes.set(source, vote);
  }
  const sums: Pull = { favours: 0, against: 0, neutral: 0 };
  for (const { favours, against, neutral, strongest } of votes.values()) {
    const share = strongest / (favours + against + neutral || 1);
    sums.favours += share * favours;
    sums.against += share * against;
    sums.neutral += share * neutral * NEUTRAL_SHARE;
  }
  return sums;
}

/** Who answers for a finding: its speaker, or the article where it narrates. */
export function sourceOf({ speaker, evidence }: Finding): string {
  return speaker === null ? `article ${evidence.articleId}` : `speaker ${speaker}`;
}

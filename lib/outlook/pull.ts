import type { Direction } from '#lib/analysis/analysis.ts';
import type { Finding } from './comparison.ts';

/** Weight that pulls each way. */
export type Pull = Record<Direction, number>;

/** A neutral finding counts half: it tells that a matter is spoken of, not which way it goes. */
const NEUTRAL_SHARE = 0.5;

/** What one source says, taken together. */
interface Vote extends Pull {
  articleId: string;
  strongest: number;
}

/**
 * What pulls each way. Each source has one vote, as strong as its strongest finding and split as its
 * findings are, so that several sources count over one that says much. The voices that one article brings
 * together are one reporter's choice: they count as the square root of their sum. Side negotiations are
 * left out.
 */
export function pull(findings: Finding[]): Pull {
  const sums: Pull = { favours: 0, against: 0, neutral: 0 };
  for (const votes of byArticle(votesOf(findings))) {
    const sum = votes.reduce((total, { strongest }) => total + strongest, 0);
    for (const vote of votes) addVote(sums, vote, sum > 1 ? 1 / Math.sqrt(sum) : 1);
  }
  return sums;
}

/** Who answers for a finding: its speaker, or the article where it narrates. */
export function sourceOf({ speaker, evidence }: Finding): string {
  return speaker === null ? `article ${evidence.articleId}` : `speaker ${speaker}`;
}

function votesOf(findings: Finding[]): Vote[] {
  const votes = new Map<string, Vote>();
  for (const finding of findings) {
    if (finding.axis !== null) continue;
    const { evidence, direction, weight } = finding;
    const source = sourceOf(finding);
    const vote = votes.get(source) ?? newVote(evidence.articleId);
    vote[direction] += weight;
    if (weight > vote.strongest) {
      vote.strongest = weight;
      vote.articleId = evidence.articleId;
    }
    votes.set(source, vote);
  }
  return [...votes.values()];
}

function newVote(articleId: string): Vote {
  return { articleId, strongest: 0, favours: 0, against: 0, neutral: 0 };
}

function byArticle(votes: Vote[]): Vote[][] {
  const groups = new Map<string, Vote[]>();
  for (const vote of votes) {
    const group = groups.get(vote.articleId) ?? [];
    group.push(vote);
    groups.set(vote.articleId, group);
  }
  return [...groups.values()];
}

function addVote(sums: Pull, vote: Vote, articleShare: number): void {
  const share = (articleShare * vote.strongest) / (sizeOf(vote) || 1);
  sums.favours += share * vote.favours;
  sums.against += share * vote.against;
  sums.neutral += share * vote.neutral * NEUTRAL_SHARE;
}

function sizeOf({ favours, against, neutral }: Pull): number {
  return favours + against + neutral;
}

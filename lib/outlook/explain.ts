import type { Factor } from '#lib/topic/factor.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { compareEras } from './compare-eras.ts';
import type { FactorComparison, FactorOutlook, Finding } from './comparison.ts';
import type { AnalysedArticle } from './era-articles.ts';
import { pull, type Pull } from './pull.ts';

/** A finding with what led to it. */
export interface ExplainedFinding {
  finding: Finding;
  /** Ids of the rules that fired on its sentence. */
  rules: string[];
  /** Why it does not count for the verdict, or null where it does. */
  leftOut: 'side negotiation' | 'factor not decided' | null;
  /** Whether a reader is shown it. */
  isShown: boolean;
}

/** Why a verdict stands: the decision, and per era the weights and findings behind it. */
export interface Explanation {
  factor: Factor;
  /** Null where neither era's articles speak of the factor enough. */
  decision: Pick<FactorComparison, 'verdict' | 'reason'> | null;
  eras: Record<
    'then' | 'now',
    { balance: number | null; pull: Pull; findings: ExplainedFinding[] }
  >;
}

/** Explains the verdict on one factor; a pure function of what `compareEras` is given. */
export function explainFactor(topic: Topic, items: AnalysedArticle[], factor: Factor): Explanation {
  const comparison = compareEras(topic, items);
  const decided = comparison.factors.find((each) => each.factor === factor) ?? null;
  const era = (name: 'then' | 'now') => {
    const outlook = comparison[name].factors.find((each) => each.factor === factor);
    return explainEra(outlook, decided, decided?.[name] ?? [], items);
  };
  return {
    factor,
    decision: decided && { verdict: decided.verdict, reason: decided.reason },
    eras: { then: era('then'), now: era('now') },
  };
}

function explainEra(
  outlook: FactorOutlook | undefined,
  decided: FactorComparison | null,
  shown: Finding[],
  items: AnalysedArticle[],
): Explanation['eras']['then'] {
  const findings = outlook?.findings ?? [];
  return {
    balance: outlook?.balance ?? null,
    pull: pull(findings),
    findings: findings.map((finding) => ({
      finding,
      rules: rulesBehind(finding, items),
      leftOut: finding.axis !== null ? 'side negotiation' : decided ? null : 'factor not decided',
      isShown: shown.includes(finding),
    })),
  };
}

function rulesBehind({ evidence, factor }: Finding, items: AnalysedArticle[]): string[] {
  const item = items.find(({ article }) => article.id === evidence.articleId);
  const sentence = item?.analysis.sentences.find(
    ({ start, end }) => start <= evidence.start && evidence.end <= end,
  );
  const own = sentence?.rules.filter((rule) => rule.startsWith(`${factor}/`)) ?? [];
  return own.length > 0 ? own : (sentence?.rules ?? []);
}

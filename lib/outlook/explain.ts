import { reasonOfRule } from '#lib/analysis/rules/reason-of-rule.ts';
import type { Factor } from '#lib/topic/factor.ts';
import { ofFactor } from './compare-eras.ts';
import type { Comparison, Era, FactorComparison, FactorOutlook, Finding } from './comparison.ts';
import type { AnalysedArticle } from './era-articles.ts';
import { evidenceId } from './evidence-id.ts';
import { measure, type Measures } from './measures.ts';
import { pull, type Pull } from './pull.ts';

/** A finding with what led to it. */
export interface ExplainedFinding {
  finding: Finding;
  /** By which an editor names it. */
  id: string;
  /** Rules that fired on its sentence: for the factor, and for the direction. */
  rules: { id: string; because: string | null }[];
  /** Why it does not count for the verdict, or null where it does. */
  leftOut: Finding['setAside'] | 'side negotiation' | 'factor not decided';
  /** Whether it is chosen to be shown. */
  isChosen: boolean;
}

export interface ExplainedEra {
  /** Articles that speak of the factor. */
  articles: number;
  balance: number | null;
  pull: Pull;
  /** What counts, strongest first, then what does not. */
  findings: ExplainedFinding[];
}

/** Why a verdict stands: the decision, the figures it rests on, and per era the findings behind them. */
export interface Explanation {
  factor: Factor;
  /** Null where neither era's articles speak of the factor enough. */
  decision: Pick<FactorComparison, 'verdict' | 'reason'> | null;
  measures: Measures;
  eras: Record<Era, ExplainedEra>;
}

/** Explains a comparison's verdict on one factor; `items` are the articles that were compared. */
export function explainFactor(
  comparison: Comparison,
  items: AnalysedArticle[],
  factor: Factor,
): Explanation {
  const decided = comparison.factors.find((each) => each.factor === factor) ?? null;
  const outlooks = {
    then: ofFactor(comparison.then, factor),
    now: ofFactor(comparison.now, factor),
  };
  const era = (name: Era) => explainEra(outlooks[name], decided, decided?.[name] ?? [], items);
  return {
    factor,
    decision: decided && { verdict: decided.verdict, reason: decided.reason },
    measures: measure(outlooks.then, outlooks.now),
    eras: { then: era('then'), now: era('now') },
  };
}

function explainEra(
  { articles, balance, findings, setAside }: FactorOutlook,
  decided: FactorComparison | null,
  chosen: Finding[],
  items: AnalysedArticle[],
): ExplainedEra {
  return {
    articles,
    balance,
    pull: pull(findings),
    findings: [...findings, ...setAside].map((finding) => ({
      finding,
      id: evidenceId(finding.evidence),
      rules: rulesBehind(finding, items).map((id) => ({ id, because: reasonOfRule(id) })),
      leftOut: whyLeftOut(finding, decided !== null),
      isChosen: chosen.includes(finding),
    })),
  };
}

function whyLeftOut({ setAside, axis }: Finding, isDecided: boolean): ExplainedFinding['leftOut'] {
  if (setAside !== null) return setAside;
  if (axis !== null) return 'side negotiation';
  return isDecided ? null : 'factor not decided';
}

/** The rules for the finding's factor and for its direction; all of the sentence's where none is for the factor. */
function rulesBehind({ evidence, factor }: Finding, items: AnalysedArticle[]): string[] {
  const item = items.find(({ article }) => article.id === evidence.articleId);
  const sentence = item?.analysis.sentences.find(
    ({ start, end }) => start <= evidence.start && evidence.end <= end,
  );
  const fired = sentence?.rules ?? [];
  const own = fired.filter((rule) => rule.startsWith(`${factor}/`));
  return own.length > 0 ? [...own, ...fired.filter(isOfDirection)] : fired;
}

function isOfDirection(rule: string): boolean {
  return rule.startsWith('direction/');
}

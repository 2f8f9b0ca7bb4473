import type { Direction } from '#lib/analysis/analysis.ts';
import { FACTORS, type Factor } from '#lib/topic/factor.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { chooseEvidence } from './choose-evidence.ts';
import type {
  Comparison,
  Era,
  EraOutlook,
  FactorComparison,
  FactorOutlook,
  Finding,
  Verdict,
} from './comparison.ts';
import type { AnalysedArticle } from './era-articles.ts';
import { findingsOf } from './findings.ts';
import { measure } from './measures.ts';
import { outlookOfEra } from './outlook-of-era.ts';
import { decide } from './verdict.ts';

/**
 * The outlooks of the topic's two eras side by side, with a verdict per factor. Articles of neither
 * era are left out; the order of `items` never matters.
 */
export function compareEras(topic: Topic, items: AnalysedArticle[]): Comparison {
  return compareFindings(topic, items, findingsOf(topic, items));
}

/** The same over findings that somebody corrected; `items` tell how many articles each era has. */
export function compareFindings(
  topic: Topic,
  items: Pick<AnalysedArticle, 'article'>[],
  findings: Finding[],
): Comparison {
  const outlook = (era: Era) =>
    outlookOfEra(
      era,
      items.filter(({ article }) => eraOf(topic, article.datePublished) === era).length,
      findings,
    );
  const then = outlook('then');
  const now = outlook('now');
  const factors = FACTORS.flatMap((factor) => compareFactor(topic, factor, then, now) ?? []);
  const told = new Set(factors.map(({ factor }) => factor));
  return { topicId: topic.id, then, now, factors, silent: FACTORS.filter((f) => !told.has(f)) };
}

function compareFactor(
  topic: Topic,
  factor: Factor,
  then: EraOutlook,
  now: EraOutlook,
): FactorComparison | null {
  const past = ofFactor(then, factor);
  const present = ofFactor(now, factor);
  const decided = decide(topic, measure(past, present));
  if (!decided) return null;
  return {
    factor,
    ...decided,
    then: decided.verdict === 'new' ? [] : chooseEvidence(past.findings),
    now: decided.verdict === 'gone' ? [] : chooseEvidence(present.findings, LEAD[decided.verdict]),
  };
}

/** Which way the present evidence must speak first, so that a reader sees what the verdict tells. */
const LEAD: Partial<Record<Verdict, Direction>> = { improved: 'favours', worsened: 'against' };

const NOTHING = {
  ...{ balance: null, favours: 0, against: 0, neutral: 0, articles: 0 },
  ...{ findings: [], setAside: [] },
};

/** An era's outlook on a factor, empty where it says nothing. */
export function ofFactor({ factors }: EraOutlook, factor: Factor): FactorOutlook {
  return factors.find((each) => each.factor === factor) ?? { factor, ...NOTHING };
}

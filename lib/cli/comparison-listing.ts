import type { Factor } from '#lib/topic/factor.ts';
import type { AnalysedArticle } from '#lib/edition/analyse-articles.ts';
import type { Comparison, EraOutlook, FactorComparison, Finding } from '#lib/outlook/comparison.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { count, table } from './table.ts';

/** A comparison with what it was made of. */
export interface ListedComparison {
  topic: Topic;
  comparison: Comparison;
  analysed: AnalysedArticle[];
  /** Ids of articles that lie in neither era. */
  outsideEras: string[];
}

/** A comparison as `compare --json` prints it. */
export function comparisonData({ topic, comparison, analysed, outsideEras }: ListedComparison) {
  const ids = (era: string) =>
    analysed.filter((each) => each.era === era).map(({ article }) => article.id);
  return {
    topicId: topic.id,
    eras: topic.eras,
    articles: { then: ids('then'), now: ids('now'), outsideEras },
    factors: comparison.factors.map((each) => ({
      ...each,
      tally: { then: tally(comparison.then, each.factor), now: tally(comparison.now, each.factor) },
    })),
    silent: comparison.silent,
  };
}

function tally({ factors }: EraOutlook, factor: Factor) {
  const found = factors.find((each) => each.factor === factor);
  const { balance = null, favours = 0, against = 0, neutral = 0, articles = 0 } = found ?? {};
  return { balance, favours, against, neutral, articles };
}

/** The same for people: a table of verdicts, then each factor with the best of its evidence. */
export function comparisonLines(listed: ListedComparison): string[] {
  const { topic, comparison, analysed, outsideEras } = listed;
  const { then, now } = topic.eras;
  const articles = new Map(analysed.map(({ article }) => [article.id, article]));
  const source = (finding: Finding) =>
    articles.get(finding.evidence.articleId)?.publisher.name ?? '';
  const header = [
    'factor',
    'verdict',
    `${then.label} for/against`,
    `${now.label} for/against`,
    'why',
  ];
  const rows = comparison.factors.map(({ factor, verdict, reason }) => [
    factor,
    verdict,
    balanceText(comparison.then, factor),
    balanceText(comparison.now, factor),
    reason.text,
  ]);
  return [
    `${topic.title}: ${then.label} (${count(comparison.then.articles, 'article')}) beside ${now.label} (${count(comparison.now.articles, 'article')})`,
    ...(outsideEras.length > 0 ? [`in neither era: ${outsideEras.join(', ')}`] : []),
    '',
    ...table([header, ...rows]),
    ...(comparison.silent.length > 0
      ? ['', `nothing found on: ${comparison.silent.join(', ')}`]
      : []),
    ...comparison.factors.flatMap((each) => evidenceLines(each, topic, source)),
  ];
}

function balanceText(outlook: EraOutlook, factor: Factor): string {
  const { favours, against } = tally(outlook, factor);
  return `${favours}/${against}`;
}

function evidenceLines(
  { factor, verdict, then, now }: FactorComparison,
  topic: Topic,
  source: (finding: Finding) => string,
): string[] {
  const lines = (label: string, findings: Finding[]) =>
    findings.flatMap((finding) => [
      `  ${label} · ${finding.direction} · ${[finding.speaker, source(finding)].filter(Boolean).join(', ')}`,
      `    ${finding.evidence.text}`,
    ]);
  const { eras } = topic;
  return [
    '',
    `${factor}: ${verdict}`,
    ...lines(eras.then.label, then),
    ...lines(eras.now.label, now),
  ];
}

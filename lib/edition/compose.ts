import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Brand } from '#lib/briefing/brand.ts';
import type { Briefing } from '#lib/briefing/briefing.ts';
import { buildBriefing } from '#lib/briefing/build-briefing.ts';
import { gateBriefing, MIN_PASSAGES_AN_ERA, type GatedBriefing } from '#lib/briefing/gate.ts';
import { renderBriefing } from '#lib/briefing/render-briefing.ts';
import type { Fault } from '#lib/fault.ts';
import type { Era } from '#lib/outlook/comparison.ts';
import { compareEras } from '#lib/outlook/compare-eras.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { analyseArticles, type AnalysedArticle } from './analyse-articles.ts';
import type { AnalysisStore } from './analysis-store.ts';
import { contentHash } from './content-hash.ts';
import { countEvidence } from './count-evidence.ts';
import { editionId, type Edition, type EditionStore, type Slot } from './edition.ts';
import { gatherArticles, type GatheredArticle } from './gather-articles.ts';
import { whyRefused, type Ground } from './why-refused.ts';

export interface ComposeDeps {
  topic: Topic;
  articles: ArticleStore;
  analyses: AnalysisStore;
  editions: EditionStore;
  brand: Brand;
  /** Told after each article that was analysed. */
  onProgress?: (done: number, of: number) => void;
}

/**
 * frozen: made now. exists: the slot had its edition already, which is given back unchanged.
 * skipped: nothing new, and the topic says not to send then. refused: there is too little to stand on.
 */
export type ComposeOutcome =
  | { kind: 'frozen' | 'exists'; edition: Edition }
  | { kind: 'skipped'; reason: string }
  | { kind: 'refused'; reason: string; faults: Fault[] };

/**
 * Makes the edition of a slot: reads the topic's articles, analyses and compares them, writes the
 * briefing, lets it through the evidence gate, renders and freezes it. One slot, one edition: of
 * callers at once the first to freeze wins, and all get the same.
 * @throws DependencyError where a store fails
 */
export async function compose(slot: Slot, now: Date, deps: ComposeDeps): Promise<ComposeOutcome> {
  const standing = await deps.editions.get(slot);
  if (standing !== null) return { kind: 'exists', edition: standing };
  const gathered = await gatherArticles(deps.topic, deps.articles, now);
  const previous = unchangedSince(await deps.editions.before(slot), gathered.articles);
  const noChange = previous !== null && previous.length === gathered.articles.length;
  if (noChange && deps.topic.whenNothingNew === 'skip')
    return { kind: 'skipped', reason: 'no article is new since the last edition' };
  const { analysed, faults } = await analyseArticles(gathered.articles, deps.topic, deps);
  const gated = writeBriefing(slot, deps.topic, analysed, previous);
  const evidence = countEvidence(gated.briefing);
  const quarantined = [...gathered.faults, ...faults];
  if (!gated.enough) {
    const reason = whyRefused(deps.topic, groundOf(analysed, evidence), MIN_PASSAGES_AN_ERA);
    return { kind: 'refused', reason, faults: quarantined };
  }
  const record: Edition['record'] = {
    articles: analysed.map(({ article: { id }, hash, era }) => ({ id, hash, era })),
    quarantined,
    outsideEras: gathered.outsideEras,
    dropped: gated.dropped,
    evidence,
    noChange,
  };
  const { frozen, edition } = await deps.editions.freeze(
    render(slot, now, gated.briefing, record, deps),
  );
  return { kind: frozen ? 'frozen' : 'exists', edition };
}

/** Ids of the articles that the last edition had in the same version; null where this is the first edition. */
function unchangedSince(previous: Edition | null, articles: GatheredArticle[]): string[] | null {
  if (previous === null) return null;
  const versions = new Set(previous.record.articles.map(({ id, hash }) => `${id} ${hash}`));
  const known = articles.filter(({ article, hash }) => versions.has(`${article.id} ${hash}`));
  return known.map(({ article }) => article.id);
}

function writeBriefing(
  { date }: Slot,
  topic: Topic,
  analysed: AnalysedArticle[],
  previousArticleIds: string[] | null,
): GatedBriefing {
  const articles = analysed.map(({ article }) => article);
  const comparison = compareEras(topic, analysed);
  const input = { topic, slot: date, comparison, articles, previousArticleIds };
  return gateBriefing(buildBriefing(input), articles);
}

function groundOf(analysed: AnalysedArticle[], passages: Record<Era, number>): Ground {
  const ground = (era: Era) => ({
    articles: analysed.filter((each) => each.era === era).length,
    passages: passages[era],
  });
  return { then: ground('then'), now: ground('now') };
}

function render(
  slot: Slot,
  now: Date,
  briefing: Briefing,
  record: Edition['record'],
  { topic, brand }: ComposeDeps,
): Edition {
  const rendered = renderBriefing(briefing, brand);
  return {
    schemaVersion: 1,
    id: editionId(slot),
    topicId: topic.id,
    topicTitle: topic.title,
    slot: slot.date,
    composedAt: now.toISOString(),
    language: topic.language,
    ...rendered,
    contentHash: contentHash(rendered),
    record,
  };
}

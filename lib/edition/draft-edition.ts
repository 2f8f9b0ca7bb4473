import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Brand } from '#lib/briefing/brand.ts';
import type { Briefing } from '#lib/briefing/briefing.ts';
import { MIN_PASSAGES_AN_ERA } from '#lib/briefing/gate.ts';
import { renderBriefing } from '#lib/briefing/render-briefing.ts';
import type { Fault } from '#lib/fault.ts';
import type { Comparison } from '#lib/outlook/comparison.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { analyseArticles, type AnalysedArticle } from './analyse-articles.ts';
import type { AnalysisStore } from './analysis-store.ts';
import { embeddedAnalyst, type Analyst } from './analyst/analyst.ts';
import { contentHash } from './content-hash.ts';
import { countEvidence } from './count-evidence.ts';
import { editionId, type Edition, type EditionStore, type Slot } from './edition.ts';
import { gatherArticles, type GatheredArticle } from './gather-articles.ts';
import { noNotes } from './notes/editor-notes.ts';
import type { EditorNotesStore } from './notes/editor-notes-store.ts';
import { groundOf, whyRefused } from './why-refused.ts';
import { writeBriefing, type WrittenBriefing } from './write-briefing.ts';

export interface DraftDeps {
  topic: Topic;
  articles: ArticleStore;
  analyses: AnalysisStore;
  editions: Pick<EditionStore, 'before'>;
  notes: Pick<EditorNotesStore, 'get'>;
  brand: Brand;
  /** Who orders evidence and bottom line; without, the embedded engine. */
  analyst?: Analyst | undefined;
  /** An edition is wanted also where nothing is new. */
  isWanted?: boolean;
  /** Told after each article that was analysed. */
  onProgress?: (done: number, of: number) => void;
}

/** An edition as it would be frozen, with what it shows. */
export interface Draft {
  kind: 'drafted';
  edition: Edition;
  comparison: Comparison;
  /** Past the gate. */
  briefing: Briefing;
}

/** refused: there is too little to stand on, or the editor's notes cannot be read. */
export interface Refusal {
  kind: 'refused';
  reason: string;
  faults: Fault[];
}

/** skipped: nothing new, and the topic says not to send then. */
export type NoDraft = { kind: 'skipped'; reason: string } | Refusal;

/**
 * Makes the edition of a slot without freezing it: reads the topic's articles, analyses and compares
 * them, corrects the comparison as the editor's notes say, writes the briefing, lets it through the
 * evidence gate and renders it.
 * @throws DependencyError where a store fails
 */
export async function draftEdition(
  slot: Slot,
  now: Date,
  given: DraftDeps,
): Promise<Draft | NoDraft> {
  const deps = { ...given, topic: inLanguageOf(given.brand, given.topic) };
  const { topic, analyst = embeddedAnalyst } = deps;
  const notes = await deps.notes.get(slot);
  if (notes?.ok === false)
    return { kind: 'refused', reason: 'the editor’s notes cannot be read', faults: notes.faults };
  const gathered = await gatherArticles(topic, deps.articles, now);
  const previousArticleIds = unchangedSince(await deps.editions.before(slot), gathered.articles);
  const noChange = previousArticleIds?.length === gathered.articles.length;
  if (noChange && !deps.isWanted && topic.whenNothingNew === 'skip')
    return { kind: 'skipped', reason: 'no article is new since the last edition' };
  const { analysed, faults } = await analyseArticles(gathered.articles, topic, deps);
  const written = await writeBriefing({
    ...{ topic, analysed, previousArticleIds, analyst, slot: slot.date },
    notes: notes?.value ?? noNotes(editionId(slot)),
  });
  const quarantined = [...gathered.faults, ...faults];
  const { comparison, gated } = written;
  if (!gated.enough) {
    const ground = groundOf(analysed, countEvidence(gated.briefing));
    const reason = whyRefused(topic, ground, MIN_PASSAGES_AN_ERA);
    return { kind: 'refused', reason, faults: quarantined };
  }
  const { outsideEras } = gathered;
  const record = { ...recordOf(analysed, written), quarantined, outsideEras, noChange };
  const edition = render(slot, now, gated.briefing, record, deps);
  return { kind: 'drafted', edition, comparison, briefing: gated.briefing };
}

/** A brand may have its mails in a language of its own. */
function inLanguageOf({ language }: Brand, topic: Topic): Topic {
  return language === undefined ? topic : { ...topic, language };
}

/** Ids of the articles that the last edition had in the same version; null where this is the first edition. */
function unchangedSince(previous: Edition | null, articles: GatheredArticle[]): string[] | null {
  if (previous === null) return null;
  const versions = new Set(previous.record.articles.map(({ id, hash }) => `${id} ${hash}`));
  const known = articles.filter(({ article, hash }) => versions.has(`${article.id} ${hash}`));
  return known.map(({ article }) => article.id);
}

function recordOf(
  analysed: AnalysedArticle[],
  { gated, corrections, consultation }: WrittenBriefing,
): Omit<Edition['record'], 'quarantined' | 'outsideEras' | 'noChange'> {
  const isCorrected = Object.values(corrections).some((list) => list.length > 0);
  return {
    articles: analysed.map(({ article: { id }, hash, era }) => ({ id, hash, era })),
    dropped: gated.dropped,
    evidence: countEvidence(gated.briefing),
    bottomLine: gated.briefing.bottomLine.map(({ text }) => text),
    ...(isCorrected && { corrections }),
    ...(consultation && { consultation }),
  };
}

function render(
  slot: Slot,
  now: Date,
  briefing: Briefing,
  record: Edition['record'],
  { topic, brand }: DraftDeps,
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

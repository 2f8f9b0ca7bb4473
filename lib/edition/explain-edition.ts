import type { ArticleStore, ArticleVersions } from '#lib/article/article-store.ts';
import type { Briefing } from '#lib/briefing/briefing.ts';
import type { Dropped } from '#lib/briefing/gate.ts';
import type { Fault } from '#lib/fault.ts';
import type { Comparison } from '#lib/outlook/comparison.ts';
import { analyseArticles, type AnalyseDeps, type AnalysedArticle } from './analyse-articles.ts';
import { embeddedAnalyst } from './analyst/analyst.ts';
import { editionId, type Edition, type EditionStore, type Slot } from './edition.ts';
import { gatherArticles, type GatheredArticle } from './gather-articles.ts';
import type { Corrections } from './notes/corrections.ts';
import { noNotes } from './notes/editor-notes.ts';
import type { EditorNotesStore } from './notes/editor-notes-store.ts';
import { writeBriefing } from './write-briefing.ts';
import type { Topic } from '#lib/topic/topic.ts';

export interface ExplainDeps extends AnalyseDeps {
  topic: Topic;
  articles: ArticleStore & ArticleVersions;
  editions: Pick<EditionStore, 'get'>;
  notes: Pick<EditorNotesStore, 'get'>;
}

/** An edition with all that its verdicts rest on. */
export interface ExplainedEdition {
  /** As it was frozen; null where the slot has none, and it is explained as it would be composed now. */
  edition: Edition | null;
  analysed: AnalysedArticle[];
  /** With the editor's corrections in it. */
  comparison: Comparison;
  corrections: Corrections;
  /** What passed the gate, and what did not. */
  briefing: Briefing;
  dropped: Dropped[];
  /** Both eras have enough to stand on. */
  enough: boolean;
  /** Articles of the frozen edition that are not kept any more, and what cannot be read. */
  faults: Fault[];
}

/**
 * Finds out again what the edition of a slot rests on: from the very versions of the articles that a
 * frozen one was made of, else from the articles of now. Writes nothing but analyses.
 * @throws DependencyError where a store fails
 */
export async function explainEdition(
  slot: Slot,
  now: Date,
  deps: ExplainDeps,
): Promise<ExplainedEdition> {
  const { topic } = deps;
  const edition = await deps.editions.get(slot);
  const read =
    edition === null
      ? await gatherArticles(topic, deps.articles, now)
      : await articlesOf(edition, deps.articles);
  const notes = await deps.notes.get(slot);
  const { analysed, faults } = await analyseArticles(read.articles, topic, deps);
  const { comparison, gated, corrections } = await writeBriefing({
    ...{ topic, analysed, previousArticleIds: null, analyst: embeddedAnalyst, slot: slot.date },
    notes: notes?.ok ? notes.value : noNotes(editionId(slot)),
  });
  const { briefing, dropped, enough } = gated;
  return {
    ...{ edition, analysed, comparison, corrections, briefing, enough },
    dropped: edition?.record.dropped ?? dropped,
    faults: [...read.faults, ...faults, ...(notes?.ok === false ? notes.faults : [])],
  };
}

async function articlesOf(
  { record, id: editionName }: Edition,
  store: ArticleVersions,
): Promise<{ articles: GatheredArticle[]; faults: Fault[] }> {
  const articles: GatheredArticle[] = [];
  const faults: Fault[] = [];
  for (const { id, hash, era } of record.articles) {
    const article = await store.version(id, hash);
    if (article) articles.push({ article, hash, era });
    else faults.push(missing(id, hash, editionName));
  }
  return { articles, faults };
}

function missing(id: string, hash: string, edition: string): Fault {
  return {
    source: id,
    field: '',
    expected: `the version of which ${edition} was made, ${hash.slice(0, 12)}`,
    found: 'no such version is kept: the explanation is without it',
  };
}

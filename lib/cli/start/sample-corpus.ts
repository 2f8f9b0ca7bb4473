import { ingest } from '#lib/article/ingest.ts';
import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Fault } from '#lib/fault.ts';
import { fetchSources } from '#lib/local/fetch-sources.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { sampleArticlesFolder } from '../package-root.ts';
import type { Session } from '../session.ts';

/** What the store was found to hold, or was given. */
export interface SampleCorpus {
  /** Articles read from the sample corpus now. */
  read: number;
  /** Articles that were there before. */
  standing: number;
  faults: Fault[];
}

/** Fills an empty store with the sample corpus; a store with articles of one's own stays as it is. */
export async function readSampleArticles(
  { settings, terminal, progress }: Session,
  topic: Topic,
  { articles }: LocalStores,
): Promise<SampleCorpus> {
  const corpus: SampleCorpus = { read: 0, standing: await countArticles(articles), faults: [] };
  if (corpus.standing > 0) return corpus;
  const sources = fetchSources([sampleArticlesFolder()], {
    stdin: terminal.stdin,
    onFault: (fault) => corpus.faults.push(fault),
  });
  const context = { topicIds: [topic.id], now: settings.now };
  for await (const { outcome, faults } of ingest(sources, articles, context)) {
    if (outcome === 'quarantined') corpus.faults.push(...faults);
    else corpus.read += 1;
    progress.step('sample articles:', corpus.read);
  }
  return corpus;
}

async function countArticles(store: ArticleStore): Promise<number> {
  const sources: string[] = [];
  for await (const { source } of store.list()) sources.push(source);
  return sources.length;
}

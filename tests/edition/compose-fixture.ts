import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#lib/article/article.ts';
import { parseArticle } from '#lib/article/parse-article.ts';
import { parseBrand } from '#lib/briefing/brand.ts';
import type { ComposeDeps } from '#lib/edition/compose.ts';
import type { EditorNotesStore } from '#lib/edition/notes/editor-notes-store.ts';
import type { Parsed } from '#lib/fault.ts';
import { FolderAnalysisStore } from '#lib/local/folder-analysis-store.ts';
import { FolderArticleStore } from '#lib/local/folder-article-store.ts';
import { FolderEditionStore } from '#lib/local/folder-edition-store.ts';
import { FolderEditorNotesStore } from '#lib/local/folder-editor-notes-store.ts';
import { parseTopic } from '#lib/topic/parse-topic.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { temporaryFolder } from '../local/state-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'lib/local/sample-articles');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function valid<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

/** The topic of the sample corpus. */
export const sampleTopic = (changes: Partial<Topic> = {}): Topic => ({
  ...valid(parseTopic(readJson(join(ROOT, 'lib/topic/topics/us-north-korea.json')), 'the topic')),
  ...changes,
});

/** The sample corpus, or what of it lies in these years. */
export function sampleCorpus(years = ['2020', '2025']): Article[] {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.json'));
  const articles = files.map((name) => valid(parseArticle(readJson(join(SAMPLES, name)), name)));
  return articles.filter(({ datePublished }) => years.includes(datePublished.slice(0, 4)));
}

/** What composing needs, and where an editor's notes can be put. */
export type ComposeFixture = ComposeDeps & { notes: EditorNotesStore };

/** What composing needs, on a folder that holds these articles: a new one for this test, or that given. */
export async function composeSetup(
  articles: Article[],
  topic = sampleTopic(),
  given: string | null = null,
) {
  const folder = given ?? (await temporaryFolder());
  const deps: ComposeFixture = {
    topic,
    articles: new FolderArticleStore(folder),
    analyses: new FolderAnalysisStore(join(folder, 'analyses')),
    editions: new FolderEditionStore(join(folder, 'editions')),
    notes: new FolderEditorNotesStore(join(folder, 'notes')),
    brand: valid(parseBrand(readJson(join(ROOT, 'templates/brand.json')), 'the brand')),
  };
  for (const article of articles) await deps.articles.put(article);
  return { folder, deps };
}

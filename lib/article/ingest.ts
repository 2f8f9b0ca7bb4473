import { DependencyError } from '#lib/dependency-error.ts';
import type { Fault } from '#lib/fault.ts';
import type { ArticleSource } from './article-source.ts';
import type { ArticleStore, PutOutcome } from './article-store.ts';
import type { Article } from './article.ts';
import { contentWords, shareOf } from './dump/content-words.ts';
import type { ReadContext } from './finish-draft.ts';
import { readArticles, type ReadArticle } from './read-articles.ts';

/** What became of one article of an input. */
export interface IngestReport {
  /** The input; a refused one of several with its number (`feed.xml#2`). */
  source: string;
  /** `failed`: it was read, but the store could not take it. */
  outcome: PutOutcome | 'quarantined' | 'failed';
  id?: string;
  headline?: string;
  /** Why it was refused or could not be stored, or what was mended in it. */
  faults: Fault[];
}

export interface IngestContext extends ReadContext {
  /** The clock: later publication dates are refused, and it dates entries of the quarantine. */
  now: Date;
}

/**
 * Reads inputs one after the other and stores their articles, with a report for each. What is refused
 * goes to the quarantine with its reasons; a store that fails is reported with what it was working
 * on; the rest goes on either way.
 */
export async function* ingest(
  inputs: AsyncIterable<ArticleSource> | Iterable<ArticleSource>,
  store: ArticleStore,
  context: IngestContext,
): AsyncIterable<IngestReport> {
  for await (const input of inputs)
    for (const read of readArticles(input, context))
      yield await keep(read, input.source, store, context);
}

async function keep(
  read: ReadArticle,
  source: string,
  store: ArticleStore,
  context: IngestContext,
): Promise<IngestReport> {
  try {
    if (!read.ok)
      return await refuse(source, [...read.faults, ...(read.repairs ?? [])], store, context);
    return await accept(read.value, source, read.repairs ?? [], store, context);
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    const known = read.ok ? { id: read.value.id, headline: read.value.headline } : {};
    const failure: Fault = {
      source,
      field: '',
      expected: 'a store that can be read and written',
      found: error.message,
    };
    return {
      source,
      outcome: 'failed',
      ...known,
      faults: [...(read.ok ? [] : read.faults), failure],
    };
  }
}

async function accept(
  article: Article,
  source: string,
  repairs: Fault[],
  store: ArticleStore,
  context: IngestContext,
): Promise<IngestReport> {
  const stored = await store.get(article.id);
  if (stored && !isSameArticle(stored, article))
    return refuse(source, [otherArticle(stored, article, source)], store, context);
  const outcome = await store.put(stored ? carriedOver(stored, article) : article);
  return { source, outcome, id: article.id, headline: article.headline, faults: repairs };
}

async function refuse(
  source: string,
  faults: Fault[],
  store: ArticleStore,
  { now }: IngestContext,
): Promise<IngestReport> {
  await store.quarantine({ source: faults[0]?.source ?? source, faults, at: now.toISOString() });
  return { source: faults[0]?.source ?? source, outcome: 'quarantined', faults };
}

/** Share of a headline's words that a corrected one still has. */
const HEADLINE_MIN_SHARE = 0.5;

/**
 * Whether two articles with one id are versions of one: same outlet, and same address or
 * a headline that is much the same. A correction never silently replaces another article.
 */
function isSameArticle(stored: Article, article: Article): boolean {
  if (stored.publisher.name !== article.publisher.name) return false;
  if (stored.url !== null && stored.url === article.url) return true;
  const [a, b] = [contentWords(stored.headline), contentWords(article.headline)];
  return (
    stored.headline === article.headline ||
    Math.max(shareOf(a, b), shareOf(b, a)) >= HEADLINE_MIN_SHARE
  );
}

function otherArticle(stored: Article, article: Article, source: string): Fault {
  return {
    source,
    field: 'id',
    expected: `an id of its own: ${article.id} is "${stored.headline}" of ${stored.publisher.name}`,
    found: article.headline,
  };
}

/** A poorer copy of a page, such as its dump, takes nothing away that is known: its address and topics. */
function carriedOver(stored: Article, article: Article): Article {
  return {
    ...article,
    url: article.url ?? stored.url,
    dateModified: article.dateModified ?? stored.dateModified ?? null,
    topics: [...new Set([...stored.topics, ...article.topics])],
  };
}

import { DependencyError } from '#lib/dependency-error.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleSource } from './article-source.ts';
import type { ArticleStore, PutOutcome } from './article-store.ts';
import type { Article } from './article.ts';
import { contentWords, shareOf } from './dump/content-words.ts';
import type { ReadContext } from './finish-draft.ts';
import { readArticles } from './read-articles.ts';

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
 * Reads inputs one after the other and stores their articles, with a report for each. What is refused of an
 * input goes to the quarantine with its reasons, and is reported after its other articles; an input that is taken
 * whole leaves the quarantine. A store that fails is reported with what it was working on; the rest goes on.
 */
export async function* ingest(
  inputs: AsyncIterable<ArticleSource> | Iterable<ArticleSource>,
  store: ArticleStore,
  context: IngestContext,
): AsyncIterable<IngestReport> {
  for await (const input of inputs) yield* ingestOne(input, store, context);
}

async function* ingestOne(
  input: ArticleSource,
  store: ArticleStore,
  context: IngestContext,
): AsyncIterable<IngestReport> {
  const { source } = input;
  const refused: Fault[][] = [];
  let hasFailed = false;
  for (const read of readArticles(input, context)) {
    const report = read.ok ? await accept(read.value, source, read.repairs ?? [], store) : null;
    if (report === null) refused.push([...faultsOf(read), ...(read.repairs ?? [])]);
    else if (report.outcome === 'quarantined') refused.push(report.faults);
    else yield report;
    hasFailed ||= report?.outcome === 'failed';
  }
  if (refused.length > 0) yield* await refuse(source, refused, store, context.now);
  // What could not be stored is not done with.
  else if (!hasFailed) yield* await release(source, store);
}

const faultsOf = (read: Parsed<unknown>): Fault[] => (read.ok ? [] : read.faults);

/**
 * Puts an input into quarantine.
 * @param refused the faults of each article in it that is refused
 * @returns a report for each of these
 */
export async function refuse(
  source: string,
  refused: Fault[][],
  store: Pick<ArticleStore, 'quarantine'>,
  now: Date,
): Promise<IngestReport[]> {
  const entry = { source, faults: refused.flat(), at: now.toISOString() };
  const kept = await attempt(source, () => store.quarantine(entry));
  const outcome = kept.ok ? 'quarantined' : 'failed';
  return refused.map((faults) => ({
    source: faults[0]?.source ?? source,
    outcome,
    faults: [...faults, ...faultsOf(kept)],
  }));
}

async function release(source: string, store: ArticleStore): Promise<IngestReport[]> {
  const faults = faultsOf(await attempt(source, () => store.release(source)));
  return faults.length > 0 ? [{ source, outcome: 'failed', faults }] : [];
}

async function accept(
  article: Article,
  source: string,
  repairs: Fault[],
  store: ArticleStore,
): Promise<IngestReport> {
  const { id, headline } = article;
  const done = await attempt(source, async () => {
    const stored = await store.get(id);
    return stored && !isSameArticle(stored, article)
      ? otherArticle(stored, article, source)
      : store.put(stored ? carriedOver(stored, article) : article);
  });
  if (!done.ok) return { source, outcome: 'failed', id, headline, faults: done.faults };
  return typeof done.value === 'string'
    ? { source, outcome: done.value, id, headline, faults: repairs }
    : { source, outcome: 'quarantined', faults: [done.value] };
}

async function attempt<T>(source: string, work: () => Promise<T>): Promise<Parsed<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    const expected = 'a store that can be read and written';
    return { ok: false, faults: [{ source, field: '', expected, found: error.message }] };
  }
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

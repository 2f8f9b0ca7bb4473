import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleDraft } from './article-draft.ts';
import type { ArticleSource } from './article-source.ts';
import type { Article } from './article.ts';
import { cleanText } from './clean-text.ts';
import { completeArticle } from './complete-article.ts';
import { decodeText } from './decode-text.ts';
import { finishDraft, stand, type ReadContext } from './finish-draft.ts';
import { JSON_MAX_BYTES, PAGE_MAX_BYTES } from './limits.ts';
import { parseArticle } from './parse-article.ts';
import { looksLikeFeed, readFeed } from './read-feed.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { addressFault, readPage } from './read-page.ts';
import { pageAddress } from './web-address.ts';

/** An article, or why there is none; `repairs` are faults of the input that were mended. */
export type ReadArticle = Parsed<Article> & { repairs?: Fault[] };

/**
 * Reads every article in an input, by what its bytes are: article JSON (one, an array, JSON Lines; in
 * any of the forms that `completeArticle` lists), an HTML page, an RSS or Atom feed, or the plain-text
 * dump of a page. Pure; whatever is wrong comes back as faults, one result an article, and never throws.
 */
export function readArticles(input: ArticleSource, context: ReadContext): ReadArticle[] {
  return readInput(input, {
    json: (data, source) => parseArticle(completeArticle(data, context), source, context.now),
    draft: (draft, source) => finishDraft(draft, source, context),
  });
}

/** An article for analysis alone: what its page does not say is empty text, listed in `missing`. */
export interface LenientArticle {
  article: Article;
  missing: Fault[];
}

/**
 * Reads the articles of an input for looking at, not for the store: a page without date, outlet or
 * headline is read all the same.
 */
export function readLeniently(
  input: ArticleSource,
  context: ReadContext,
): Parsed<LenientArticle>[] {
  return readInput(input, {
    json: (data, source) => lenient(parseArticle(completeArticle(data, context), source)),
    draft: (draft, source) => ({ ok: true, value: stand(draft, source, context) }),
  });
}

function lenient(parsed: Parsed<Article>): Parsed<LenientArticle> {
  return parsed.ok ? { ok: true, value: { article: parsed.value, missing: [] } } : parsed;
}

interface Readers<T> {
  json(data: unknown, source: string): Parsed<T>;
  draft(draft: ArticleDraft, source: string): Parsed<T>;
}

type Read<T> = Parsed<T> & { repairs?: Fault[] };

function readInput<T>(input: ArticleSource, readers: Readers<T>): Read<T>[] {
  const { source, bytes } = input;
  if (bytes.length > JSON_MAX_BYTES) return [tooBig(source, bytes.length, JSON_MAX_BYTES)];
  if (bytes.length === 0)
    return [refused(source, 'a page, a text, a feed or article JSON', 'nothing')];
  const decoded = decodeText(bytes, input.contentType ?? null, source);
  if (!decoded.ok) return [decoded];
  const { text, repairs } = decoded.value;
  const results = looksLikeJson(text, source, input.contentType ?? null)
    ? fromJson(text, source, readers)
    : fromText(input, text, readers);
  return results.map((result) => withRepairs(result, mended(source, repairs)));
}

/** JSON is not cleaned: a character that would have to be mended is a fault of its writer. */
function fromJson<T>(text: string, source: string, readers: Readers<T>): Read<T>[] {
  return readJson(text, source).map((record) =>
    record.ok ? readers.json(record.value.data, record.value.source) : record,
  );
}

function fromText<T>(input: ArticleSource, text: string, readers: Readers<T>): Read<T>[] {
  const { source, bytes } = input;
  if (bytes.length > PAGE_MAX_BYTES) return [tooBig(source, bytes.length, PAGE_MAX_BYTES)];
  const clean = cleanText(text);
  const results = fromFeedOrPage(input, clean.text, readers);
  return results.map((result) => withRepairs(result, mended(source, clean.repairs)));
}

function fromFeedOrPage<T>(
  { source, url }: ArticleSource,
  text: string,
  readers: Readers<T>,
): Read<T>[] {
  const address = pageAddress(url);
  const wrongAddress = url && !address ? [addressFault(source, url)] : [];
  if (looksLikeFeed(text))
    return readFeed(text, source, address).map((item) =>
      item.ok ? readers.draft(item.value.draft, item.value.source) : item,
    );
  const page = readPage(text, source, address);
  if (!page.ok) return [page];
  const { draft, repairs } = page.value;
  return [withRepairs(readers.draft(draft, source), [...wrongAddress, ...repairs])];
}

function mended(source: string, repairs: readonly string[]): Fault[] {
  const expected = 'clean text in one encoding';
  return repairs.map((found) => ({ source, field: '', expected, found }));
}

/** The refusal of an input of `found` bytes. */
export function tooBig(source: string, found: number, limit: number): Refusal {
  const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10} MB`;
  return refused(source, `at most ${megabytes(limit)}`, megabytes(found));
}

type Refusal = Extract<Parsed<never>, { ok: false }>;

function refused(source: string, expected: string, found: string): Refusal {
  return { ok: false, faults: [{ source, field: '', expected, found }] };
}

function withRepairs<T>(result: Read<T>, repairs: Fault[]): Read<T> {
  const all = [...(result.repairs ?? []), ...repairs];
  return all.length > 0 ? { ...result, repairs: all } : result;
}

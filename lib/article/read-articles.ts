import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleDraft } from './article-draft.ts';
import type { ArticleSource } from './article-source.ts';
import type { Article } from './article.ts';
import { cleanText } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { readDump } from './dump/read-dump.ts';
import { finishDraft, stand, type ReadContext } from './finish-draft.ts';
import { readHtml } from './html/read-html.ts';
import { JSON_MAX_BYTES, PAGE_MAX_BYTES } from './limits.ts';
import { parseArticle } from './parse-article.ts';
import { looksLikeFeed, readFeed } from './read-feed.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { stripScripts } from './strip-scripts.ts';
import { pageAddress, schemeOf } from './web-address.ts';

/** An article, or why there is none; `repairs` are faults of the input that were mended. */
export type ReadArticle = Parsed<Article> & { repairs?: Fault[] };

/**
 * Reads every article in an input, by what its bytes are: article JSON (one, an array, JSON Lines), an HTML
 * page, an RSS or Atom feed, or the plain-text dump of a page. Pure; whatever is wrong comes back as faults,
 * one result an article, and never throws.
 */
export function readArticles(input: ArticleSource, context: ReadContext): ReadArticle[] {
  return readInput(input, {
    json: (data, source) => parseArticle(withTopics(data, context.topicIds), source, context.now),
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
    json: (data, source) => lenient(parseArticle(withTopics(data, context.topicIds), source)),
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
  const { text } = decoded.value;
  // JSON is not cleaned: a character that would have to be mended is a fault of its writer.
  if (looksLikeJson(text, source, input.contentType ?? null))
    return readJson(text, source).map((record) =>
      record.ok ? readers.json(record.value.data, record.value.source) : record,
    );
  if (bytes.length > PAGE_MAX_BYTES) return [tooBig(source, bytes.length, PAGE_MAX_BYTES)];
  const clean = cleanText(text);
  const repairs = [...decoded.value.repairs, ...clean.repairs].map((found) =>
    repaired(source, found),
  );
  return readPage(input, clean.text, readers).map((result) => withRepairs(result, repairs));
}

function readPage<T>({ source, url }: ArticleSource, text: string, readers: Readers<T>): Read<T>[] {
  const address = pageAddress(url);
  const wrongAddress = url && !address ? [addressFault(source, url)] : [];
  if (looksLikeFeed(text))
    return readFeed(text, source, address).map((item) =>
      item.ok ? readers.draft(item.value.draft, item.value.source) : item,
    );
  const page = looksLikeHtml(text)
    ? fromHtml(text, source, address)
    : fromDump(text, source, address);
  if (!page.ok) return [page];
  const { draft, repairs } = page.value;
  return [withRepairs(readers.draft(draft, source), [...wrongAddress, ...repairs])];
}

interface Page {
  draft: ArticleDraft;
  repairs: Fault[];
}

function looksLikeHtml(text: string): boolean {
  return /<!doctype html|<(?:html|head|body|article|main|section|div|p|h1)(?:\s[^<>]*)?>/i.test(
    text.slice(0, 50_000),
  );
}

function fromHtml(text: string, source: string, url: string | null): Parsed<Page> {
  try {
    const draft = readHtml(text, url);
    return draft ? withoutMarkup(draft, source, canonicalFaults(text, source)) : noText(source);
  } catch (error) {
    // The parser and the extractor walk the tree by recursion; a page can be nested deeper than they reach.
    const found = error instanceof Error ? error.message : String(error);
    return refused(source, 'a page whose markup can be read', found);
  }
}

function fromDump(text: string, source: string, url: string | null): Parsed<Page> {
  const stripped = stripScripts(text);
  const draft = readDump(stripped.text, url);
  const found = `${stripped.removed} script or style elements removed`;
  const repairs = stripped.removed > 0 ? [repaired(source, found)] : [];
  return draft ? withoutMarkup(draft, source, repairs) : noText(source);
}

/** A paragraph that shows markup as text is code, not the article's words. */
function withoutMarkup(draft: ArticleDraft, source: string, repairs: Fault[]): Parsed<Page> {
  const paragraphs = draft.paragraphs.filter(
    (text) => !/<\/?(?:script|style|iframe)\b/i.test(text),
  );
  const dropped = draft.paragraphs.length - paragraphs.length;
  const found = `${dropped} paragraphs with script or style left out`;
  const all = dropped > 0 ? [...repairs, repaired(source, found)] : repairs;
  return { ok: true, value: { draft: { ...draft, paragraphs }, repairs: all } };
}

function canonicalFaults(html: string, source: string): Fault[] {
  const address = /<link[^>]+rel=["']?canonical["']?[^>]*href=["']?([^"'\s>]+)/i.exec(html)?.[1];
  const scheme = address ? schemeOf(address) : null;
  return address && scheme && !/^https?:$/.test(scheme) ? [addressFault(source, address)] : [];
}

function addressFault(source: string, url: string): Fault {
  return { source, field: 'url', expected: 'an http or https address', found: url.slice(0, 60) };
}

function repaired(source: string, found: string): Fault {
  return { source, field: '', expected: 'clean text in one encoding', found };
}

function noText(source: string): Parsed<never> {
  return refused(source, 'a page with paragraphs of text', 'none', 'articleBody');
}

function tooBig(source: string, found: number, limit: number): Parsed<never> {
  const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10} MB`;
  return refused(source, `at most ${megabytes(limit)}`, megabytes(found));
}

function refused(source: string, expected: string, found: string, field = ''): Parsed<never> {
  return { ok: false, faults: [{ source, field, expected, found }] };
}

function withRepairs<T>(result: Read<T>, repairs: Fault[]): Read<T> {
  const all = [...(result.repairs ?? []), ...repairs];
  return all.length > 0 ? { ...result, repairs: all } : result;
}

/** Article JSON is filed under its own topics and under those it is ingested for. */
function withTopics(data: unknown, topicIds: readonly string[]): unknown {
  if (typeof data !== 'object' || data === null || !('topics' in data)) return data;
  const { topics } = data;
  return Array.isArray(topics) ? { ...data, topics: [...new Set([...topics, ...topicIds])] } : data;
}

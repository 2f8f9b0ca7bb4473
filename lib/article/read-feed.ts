import { parseFeed } from '@rowanmanning/feed-parser';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleDraft } from './article-draft.ts';
import { readStatedDate } from './date/stated-date.ts';
import { readFragment } from './html/read-html.ts';
import {
  FEED_CONTENT_MIN_CHARS,
  FEED_DESCRIPTION_MIN_CHARS,
  INPUT_MAX_ARTICLES,
} from './limits.ts';
import { pageAddress } from './web-address.ts';

/** One item of a feed that carries its article whole. */
export interface FeedDraft {
  source: string;
  draft: ArticleDraft;
}

type Feed = ReturnType<typeof parseFeed>;
type Item = Feed['items'][number];

/** Whether a text is an RSS or Atom feed, by its first element. */
export function looksLikeFeed(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*|<\?xml-stylesheet[^>]{0,300}\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    text.slice(0, 4_000),
  );
}

/**
 * Reads the articles of an RSS or Atom feed: a field for whole texts (`content:encoded`, Atom's
 * `content`) holds the article, a description only where it is long. What is a summary is a fault which
 * names the address of its page: a summary by somebody else must not pass for the article.
 */
export function readFeed(text: string, source: string, url: string | null): Parsed<FeedDraft>[] {
  const count = text.match(/<(?:item|entry)[\s>]/gi)?.length ?? 0;
  if (count > INPUT_MAX_ARTICLES)
    return [
      refused(source, 'items', `at most ${INPUT_MAX_ARTICLES} items in one feed`, `${count}`),
    ];
  const feed = parse(text, source);
  if (!feed.ok) return [feed];
  const { items } = feed.value;
  if (items.length === 0) return [refused(source, 'items', 'a feed with at least one item')];
  return items.map((item, index) => readItem(item, feed.value, `${source}#${index + 1}`, url));
}

function parse(text: string, source: string): Parsed<Feed> {
  try {
    return { ok: true, value: parseFeed(text) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return refused(source, '', 'a well-formed RSS or Atom feed', found);
  }
}

function readItem(item: Item, feed: Feed, source: string, url: string | null): Parsed<FeedDraft> {
  const address = pageAddress(item.url, url);
  const content = bodyIn(item.content, item.title);
  const description = bodyIn(item.description, item.title);
  const body = [
    sizeOf(content) >= FEED_CONTENT_MIN_CHARS ? content : null,
    sizeOf(description) >= FEED_DESCRIPTION_MIN_CHARS ? description : null,
  ].find((found) => found !== null);
  if (body) return { ok: true, value: { source, draft: draftOf(item, feed, address, body) } };
  return refused(
    source,
    'content',
    `the item's whole text (at least ${FEED_CONTENT_MIN_CHARS} characters, ${FEED_DESCRIPTION_MIN_CHARS} in a description); ingest its page ${address ?? '(the item names none)'} instead`,
    `a summary of ${Math.max(sizeOf(content), sizeOf(description))} characters`,
  );
}

type Body = Pick<ArticleDraft, 'paragraphs' | 'subheadings' | 'captions'>;

function bodyIn(html: string | null, headline: string | null): Body | null {
  return html ? readFragment(html, headline) : null;
}

function sizeOf(body: Body | null): number {
  return body?.paragraphs.join('').length ?? 0;
}

function draftOf(item: Item, feed: Feed, url: string | null, body: Body): ArticleDraft {
  return {
    headline: item.title,
    alternativeHeadline: null,
    authors: item.authors.flatMap(({ name }) => (name ? [name] : [])),
    publisher: feed.title,
    url,
    inLanguage: feed.language,
    published: item.published ? readStatedDate(item.published.toISOString()) : null,
    modified: item.updated ? readStatedDate(item.updated.toISOString()) : null,
    unlabelledDate: null,
    ...body,
  };
}

function refused(source: string, field: string, expected: string, found?: string): Parsed<never> {
  const fault: Fault = { source, field, expected };
  return { ok: false, faults: [found === undefined ? fault : { ...fault, found }] };
}

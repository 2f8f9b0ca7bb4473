import { readStatedDate, type StatedDate } from '../date/stated-date.ts';
import { contentWords, shareOf } from '../dump/content-words.ts';
import { namesInByline } from '../dump/find-authors.ts';
import { outletNamed } from '../outlet.ts';
import { pageAddress } from '../web-address.ts';
import { blockLines } from './block-lines.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { linkedArticle, textsOf, type LinkedArticle } from './json-ld.ts';

/** What a page's markup says of its article: JSON-LD first, then OpenGraph and meta tags, then elements. */
export interface PageMetadata {
  headline: string | null;
  description: string | null;
  authors: string[];
  publisher: string | null;
  url: string | null;
  language: string | null;
  published: StatedDate | null;
  modified: StatedDate | null;
}

const PUBLISHED_TAGS = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'DC.date.issued',
  'dc.date',
  'article.published',
  'date',
];
const MODIFIED_TAGS = ['article:modified_time', 'og:updated_time', 'dateModified', 'lastmod'];

/** Reads a page's metadata. `fetchedFrom` is its address, which a canonical link outranks. */
export function pageMetadata(document: PageDocument, fetchedFrom: string | null): PageMetadata {
  const linked = linkedArticle(document) ?? {};
  const siteName = textsOf(linked['publisher'], 'name')[0] ?? meta(document, ['og:site_name']);
  return {
    headline: headlineOf(document, linked, siteName),
    description: meta(document, ['og:description', 'description']),
    authors: authorsOf(document, linked, siteName),
    publisher: siteName ?? titleSuffix(document),
    url: addressOf(document, linked, fetchedFrom),
    language: languageTag(document),
    published:
      dateIn(textsOf(linked['datePublished'], 'name')[0]) ??
      dateIn(meta(document, PUBLISHED_TAGS)) ??
      timeElement(document),
    modified:
      dateIn(textsOf(linked['dateModified'], 'name')[0]) ?? dateIn(meta(document, MODIFIED_TAGS)),
  };
}

function meta(document: PageDocument, names: readonly string[]): string | null {
  for (const name of names)
    for (const attribute of ['property', 'name', 'itemprop']) {
      const tag = document.querySelector(`meta[${attribute}="${name}"]`);
      const content = tag?.getAttribute('content')?.trim();
      if (content) return content;
    }
  return null;
}

function dateIn(text: string | null | undefined): StatedDate | null {
  return text ? readStatedDate(text) : null;
}

function timeElement(document: PageDocument): StatedDate | null {
  const marked = document.querySelector('time[itemprop="datePublished"], time[pubdate]');
  const element = marked ?? document.querySelector('article time[datetime], main time[datetime]');
  return dateIn(element?.getAttribute('datetime') ?? element?.textContent);
}

/** The visible heading where it says what the metadata say, for they are often cut or rewritten. */
function headlineOf(
  document: PageDocument,
  linked: LinkedArticle,
  siteName: string | null,
): string | null {
  const title = withoutSuffix(document.title, siteName);
  const stated = [
    textsOf(linked['headline'], 'name')[0],
    withoutSuffix(meta(document, ['og:title', 'twitter:title']) ?? '', siteName),
    title,
  ].filter((text) => text);
  const subject = contentWords(stated.join(' '));
  const headings = [...document.querySelectorAll('h1')].map(shownText);
  const heading = headings.find((text) => text && shareOf(contentWords(text), subject) >= 0.5);
  const found = heading ?? stated[0] ?? headings.find((text) => text);
  return found ? oneLine(found) : null;
}

/** What a reader sees of an element, in one line: a script in a heading is none of its words. */
function shownText(element: PageElement): string {
  return blockLines(element)
    .map(({ text }) => text)
    .join(' ');
}

function oneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

const SUFFIX = /\s+[|–—-]\s+([^|–—]{2,40})$/;

/** "A headline - The Korea Times" without the outlet's name. */
function withoutSuffix(title: string, siteName: string | null): string {
  const suffix = SUFFIX.exec(title)?.[1]?.trim();
  const isOutlet = suffix && (outletNamed(suffix) !== null || suffix === siteName);
  return isOutlet ? title.replace(SUFFIX, '').trim() : title.trim();
}

function titleSuffix(document: PageDocument): string | null {
  const suffix = SUFFIX.exec(document.title)?.[1]?.trim();
  return suffix ? (outletNamed(suffix)?.name ?? null) : null;
}

function authorsOf(
  document: PageDocument,
  linked: LinkedArticle,
  siteName: string | null,
): string[] {
  const stated = textsOf(linked['author'], 'name');
  const names = stated.length > 0 ? stated : authorElements(document);
  const persons = names
    .map((name) => oneLine(name).replace(/^by\s+/i, ''))
    .filter((name) => name && name !== siteName && !/^https?:/i.test(name));
  return [...new Set(persons)];
}

function authorElements(document: PageDocument): string[] {
  const tag = meta(document, ['author', 'article:author', 'parsely-author', 'byl']);
  if (tag && !/^https?:/i.test(tag)) return tag.split(/\s*(?:,|;|\band\b)\s*/);
  const element = document.querySelector(
    '[rel="author"], [itemprop="author"], .byline, .author-name',
  );
  return element ? namesInByline(shownText(element)) : [];
}

/** The canonical address, unless it is no page's (a script, or the home page of the site). */
function addressOf(
  document: PageDocument,
  linked: LinkedArticle,
  fetchedFrom: string | null,
): string | null {
  const own = pageAddress(fetchedFrom);
  const stated = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    meta(document, ['og:url']),
    textsOf(linked['mainEntityOfPage'], '@id')[0],
    textsOf(linked['url'], 'url')[0],
  ];
  for (const text of stated) {
    const address = pageAddress(text, own);
    if (address && new URL(address).pathname !== '/') return address;
  }
  return own;
}

function languageTag(document: PageDocument): string | null {
  const tag =
    document.documentElement.getAttribute('lang') ??
    meta(document, ['og:locale', 'content-language'])?.replace('_', '-');
  return tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

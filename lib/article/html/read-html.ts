import { Readability } from '@mozilla/readability';
import type { ArticleDraft } from '../article-draft.ts';
import { articleRegion } from '../dump/article-region.ts';
import { dropBiography } from '../dump/drop-biography.ts';
import { lineKind } from '../dump/line-kind.ts';
import { markLists } from '../dump/mark-lists.ts';
import { readDump } from '../dump/read-dump.ts';
import { sortRegion } from '../dump/sort-region.ts';
import { blockLines } from './block-lines.ts';
import { parsePage, type PageDocument, type PageElement } from './dom.ts';
import { pageMetadata, type PageMetadata } from './page-metadata.ts';

/** Characters below which the extractor has found a teaser or a notice instead of the article. */
const ARTICLE_MIN_CHARS = 250;

/**
 * Reads the article out of an HTML page: body by Mozilla's Readability, then sorted like the lines
 * of a dump; metadata from JSON-LD, OpenGraph, meta tags and elements; what they do not say from the
 * page's visible text. Null where the page has no paragraph. Throws RangeError where the markup is nested too deep.
 */
export function readHtml(html: string, url: string | null): ArticleDraft | null {
  const document = parsePage(html);
  const metadata = pageMetadata(document, url);
  const visible = blockLines(document.documentElement)
    .map(({ text, item }) => (item ? `• ${text}` : text))
    .join('\n\n');
  const shown = readDump(visible, metadata.url);
  const extracted = extractArticle(document, metadata.headline);
  return combine(metadata, extracted, shown);
}

/** Paragraphs, sub-headings and captions of a piece of HTML that is an article and nothing else. */
export function readFragment(html: string, headline: string | null): Body | null {
  return bodyOf(parsePage(html).documentElement, headline);
}

type Body = Pick<ArticleDraft, 'paragraphs' | 'subheadings' | 'captions'>;

function extractArticle(document: PageDocument, headline: string | null): Body | null {
  const result = new Readability(document, { keepClasses: false }).parse();
  return result?.content ? readFragment(result.content, headline) : null;
}

function bodyOf(root: PageElement, headline: string | null): Body | null {
  const lines = markLists(blockLines(root).map((line) => ({ ...line, kind: lineKind(line) })));
  const region = articleRegion(lines);
  if (!region) return null;
  const sorted = sortRegion(lines.slice(region.from, region.to), headline);
  const around = [...lines.slice(0, region.from), ...lines.slice(region.to)];
  const captions = around.filter(({ kind }) => kind === 'caption').map(({ text }) => text);
  return {
    paragraphs: sorted.paragraphs.map(({ text }) => text),
    subheadings: sorted.subheadings,
    captions: [...new Set([...captions, ...sorted.captions])],
  };
}

function combine(
  metadata: PageMetadata,
  extracted: Body | null,
  shown: ArticleDraft | null,
): ArticleDraft | null {
  const body =
    extracted && length(extracted) >= ARTICLE_MIN_CHARS ? extracted : (shown ?? extracted);
  if (!body) return null;
  const authors = metadata.authors.length > 0 ? metadata.authors : (shown?.authors ?? []);
  return {
    headline: metadata.headline ?? shown?.headline ?? null,
    alternativeHeadline: shown?.alternativeHeadline ?? metadata.description,
    authors,
    publisher: metadata.publisher ?? shown?.publisher ?? null,
    url: metadata.url,
    inLanguage: metadata.language,
    published: metadata.published ?? shown?.published ?? null,
    modified: metadata.modified ?? shown?.modified ?? null,
    unlabelledDate: shown?.unlabelledDate ?? null,
    paragraphs: dropBiography(body.paragraphs, authors),
    subheadings: body.subheadings,
    captions: body.captions,
  };
}

function length({ paragraphs }: Body): number {
  return paragraphs.reduce((sum, text) => sum + text.length, 0);
}

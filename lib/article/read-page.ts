import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleDraft } from './article-draft.ts';
import { readDump } from './dump/read-dump.ts';
import { readHtml } from './html/read-html.ts';
import { stripScripts } from './strip-scripts.ts';
import { schemeOf } from './web-address.ts';

/** What a page says of its article, with what was mended in it. */
export interface Page {
  draft: ArticleDraft;
  repairs: Fault[];
}

/** Reads the article out of a page, HTML or the dump of one, whose text is clean. */
export function readPage(text: string, source: string, url: string | null): Parsed<Page> {
  return looksLikeHtml(text) ? fromHtml(text, source, url) : fromDump(text, source, url);
}

/** An address that is none of the web's: reported and left out. */
export function addressFault(source: string, url: string): Fault {
  return { source, field: 'url', expected: 'an http or https address', found: url.slice(0, 60) };
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
    // Parser and extractor walk the tree by recursion, and hostile markup finds their ends.
    const found = error instanceof Error ? error.message : String(error);
    const fault = { source, field: '', expected: 'a page whose markup can be read', found };
    return { ok: false, faults: [fault] };
  }
}

function fromDump(text: string, source: string, url: string | null): Parsed<Page> {
  const stripped = stripScripts(text);
  const draft = readDump(stripped.text, url);
  const repairs =
    stripped.removed > 0 ? [scriptFault(source, `${stripped.removed} such elements left out`)] : [];
  return draft ? withoutMarkup(draft, source, repairs) : noText(source);
}

/** A paragraph that shows script as text is code, not the article's words. */
function withoutMarkup(draft: ArticleDraft, source: string, repairs: Fault[]): Parsed<Page> {
  const paragraphs = draft.paragraphs.filter(
    (text) => !/<\/?(?:script|style|iframe)\b/i.test(text),
  );
  const dropped = draft.paragraphs.length - paragraphs.length;
  const faults = dropped > 0 ? [scriptFault(source, `${dropped} such paragraphs left out`)] : [];
  return {
    ok: true,
    value: { draft: { ...draft, paragraphs }, repairs: [...repairs, ...faults] },
  };
}

function canonicalFaults(html: string, source: string): Fault[] {
  const address = /<link[^<>]{1,500}rel=["']?canonical["']?[^<>]{0,500}href=["']?([^"'\s>]+)/i.exec(
    html,
  )?.[1];
  const scheme = address ? schemeOf(address) : null;
  return address && scheme && !/^https?:$/.test(scheme) ? [addressFault(source, address)] : [];
}

function scriptFault(source: string, found: string): Fault {
  return { source, field: 'articleBody', expected: 'text without script and style', found };
}

function noText(source: string): Parsed<never> {
  const expected = 'a page with paragraphs of text';
  return { ok: false, faults: [{ source, field: 'articleBody', expected, found: 'none' }] };
}

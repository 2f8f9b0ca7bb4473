import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { Brand } from '#lib/briefing/brand.ts';
import { withoutReader } from '#lib/briefing/placeholders.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { editionPath, editionUrl } from '#lib/subscription/links.ts';
import type { Markup } from './page.ts';

/** An edition as anybody may read it. */
export interface EditionCopy {
  html: string;
  /** The Content-Security-Policy that goes with it. */
  policy: string;
}

/**
 * The edition as it was mailed, byte for byte, but for one reader's links, and with lines at the end of
 * its head: its one address, and its card in messengers.
 */
export async function copyOf(
  edition: Edition,
  brand: Brand,
  siteUrl: string,
): Promise<EditionCopy> {
  const mailed = withoutReader(edition.html, editionPath(edition.id));
  const end = mailed.indexOf('</head>');
  const lines = String(await headLines(edition, brand, siteUrl));
  return {
    html: end === -1 ? mailed : mailed.slice(0, end) + lines + mailed.slice(end),
    policy: policyFor(mailed, brand),
  };
}

function headLines(edition: Edition, brand: Brand, siteUrl: string): Markup {
  const { id, subject, preheader, slot } = edition;
  const url = editionUrl(siteUrl, id);
  return html`<link rel="canonical" href="${url}" />
    <meta name="description" content="${preheader}" />
    <meta property="og:type" content="article" />
    <meta property="og:site_name" content="${brand.name}" />
    <meta property="og:title" content="${subject}" />
    <meta property="og:description" content="${preheader}" />
    <meta property="og:url" content="${url}" />
    <meta property="article:published_time" content="${slot}" />
    <link rel="icon" href="data:," /> `;
}

/** The mail's own styles, each by its hash, and its logo; no script, no other source, no form, no frame around it. */
function policyFor(mailed: string, { logo }: Brand): string {
  const images = ['data:', ...(logo === undefined ? [] : [logo.url])];
  return [
    "default-src 'none'",
    ["style-src 'unsafe-hashes'", ...[...stylesIn(mailed)].map(hashSource)].join(' '),
    `img-src ${images.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What stands in style elements and in style attributes, each once. Comments hold styles for Outlook alone. */
function stylesIn(mailed: string): Set<string> {
  const shown = mailed.replace(/<!--[^]*?-->/g, '');
  const elements = [...shown.matchAll(/<style[^>]*>([^]*?)<\/style>/g)];
  const attributes = [...shown.matchAll(/\sstyle="([^"]*)"/g)];
  return new Set([
    ...elements.map(([, style = '']) => style),
    ...attributes.map(([, style = '']) => unescaped(style)),
  ]);
}

/** What a browser reads of an attribute: a style of the templates holds no other entity. */
function unescaped(attribute: string): string {
  return attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

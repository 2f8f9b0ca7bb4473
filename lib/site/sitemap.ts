import { html as xml } from 'hono/html';
import { editionId } from '#lib/edition/edition.ts';
import { editionPath } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Archive } from './archive.ts';

/** Addresses that a sitemap may list. https://www.sitemaps.org/protocol.html */
const ADDRESSES_MAX = 50_000;

/** The pages for everybody, and each edition with its date. */
export async function sitemap(
  archive: Archive,
  topics: readonly Topic[],
  siteUrl: string,
): Promise<string> {
  const paths = ['/', '/subscribe', '/editions', ...topics.map(({ id }) => `/editions/${id}`)];
  const entries = paths.map((path) => xml`  <url><loc>${siteUrl + path}</loc></url>\n`);
  for await (const slot of archive.publicSlots()) {
    if (entries.length === ADDRESSES_MAX) break;
    const url = siteUrl + editionPath(editionId(slot));
    entries.push(xml`  <url><loc>${url}</loc><lastmod>${slot.date}</lastmod></url>\n`);
  }
  return String(
    await xml`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}</urlset>
`,
  );
}

/**
 * Nothing is closed to robots here. Pages of one reader say so themselves (`X-Robots-Tag`), which a
 * robot that was kept from them could not read.
 */
export function robots(siteUrl: string): string {
  return `User-agent: *\nDisallow:\n\nSitemap: ${siteUrl}/sitemap.xml\n`;
}

import { outletNamed } from '../outlet.ts';
import { pageAddress } from '../web-address.ts';

/** Where a text comes from, as the person who saved it noted; null where nothing is noted. */
export interface NotedSource {
  name: string | null;
  address: string | null;
}

/** Lines of a page's head, on which its outlet or address stand alone. */
export const HEAD_LINES = 5;
const LAST_LINES = 2;

const ADDRESS = /https?:\/\/[^\s()<>[\],;]+/i;
const NOTE = /^(?:source|via|출처)\s*:\s*(.{2,200})$/i;

/**
 * What is noted above or below a saved text: an address alone on one of the first lines, or a last
 * line such as `Source: The Coast Courier, https://…`. An outlet's home page is not the text's address.
 */
export function findSource(lines: readonly string[]): NotedSource {
  const note = lines
    .slice(-LAST_LINES)
    .map((text) => NOTE.exec(text)?.[1] ?? '')
    .join(' ');
  const above = lines.slice(0, HEAD_LINES).find((text) => /^https?:\/\/\S+$/i.test(text));
  const address = pageAddress(above) ?? pageAddress(ADDRESS.exec(note)?.[0]);
  const name = note
    .replace(ADDRESS, '')
    .replace(/[\s,;:|()<>[\]–—-]+$/, '')
    .trim();
  return {
    name: (outletNamed(name)?.name ?? name) || hostOf(address),
    address: isHomePage(address) ? null : address,
  };
}

function hostOf(address: string | null): string | null {
  return address && new URL(address).hostname.replace(/^www\./, '');
}

function isHomePage(address: string | null): boolean {
  return address !== null && new URL(address).pathname === '/';
}

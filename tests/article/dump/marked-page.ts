import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('./pages/', import.meta.url);

/** A page of own invention with the paragraphs that are its body. */
export interface MarkedPage {
  page: string;
  body: string[];
}

/** Names of the pages in `pages/`. */
export const pageNames = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ''));

/** Reads a page whose body paragraphs are marked with § where they begin; each ends with its line, or block. */
export function markedPage(name: string): MarkedPage {
  const marked = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
  const end = name === 'wrapped' ? /\n\n|\n$/ : /\n/;
  const body = marked
    .split('§')
    .slice(1)
    .map((piece) => piece.split(end)[0]?.trim() ?? '');
  return { page: marked.replaceAll('§', ''), body };
}

import type { Parsed } from '#lib/fault.ts';
import type { Article } from './article.ts';
import { parseArticle } from './parse-article.ts';

/**
 * Reads an article back from a store. The store's key names it, so an article under another's id
 * is a fault: somebody put the file there by hand, and two would answer to one id.
 */
export function parseStoredArticle(text: string, id: string, source: string): Parsed<Article> {
  const json = parseJson(text, source);
  if (!json.ok) return json;
  const parsed = parseArticle(json.value, source);
  if (!parsed.ok || parsed.value.id === id) return parsed;
  const expected = `"${id}", as its place in the store says`;
  return { ok: false, faults: [{ source, field: 'id', expected, found: parsed.value.id }] };
}

function parseJson(text: string, source: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ok: false, faults: [{ source, field: '', expected: 'an article as JSON', found }] };
  }
}

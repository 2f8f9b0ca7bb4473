import type { PageDocument } from './dom.ts';

/** The fields of a schema.org article that are read, each whatever its writer made of it. */
export type LinkedArticle = Record<string, unknown>;

const ARTICLE_TYPES =
  /(?:^|\/)(?:\w*News\w*Article|Article|BlogPosting|Report|ReportageNewsArticle)$/;

/** How deep `@graph` and arrays are followed. */
const MAX_DEPTH = 6;

/** The first schema.org article that a page embeds as JSON-LD, or null. Broken scripts are passed over. */
export function linkedArticle(document: PageDocument): LinkedArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parse(script.textContent ?? ''), MAX_DEPTH);
    if (found) return found;
  }
  return null;
}

/** The texts in a field that may hold a text, an object with a name or address, or an array of either. */
export function textsOf(value: unknown, key: 'name' | 'url' | '@id'): string[] {
  if (typeof value === 'string') return value.trim() ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsOf(item, key));
  return isRecord(value) ? textsOf(value[key], key) : [];
}

function parse(text: string): unknown {
  try {
    // Some systems wrap the script in CDATA or a comment.
    return JSON.parse(
      text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''),
    );
  } catch {
    return null;
  }
}

function articleIn(value: unknown, depth: number): LinkedArticle | null {
  if (depth === 0) return null;
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = articleIn(item, depth - 1);
      if (found) return found;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  const types = textsOf(value['@type'], 'name');
  if (types.some((type) => ARTICLE_TYPES.test(type))) return value;
  return articleIn(value['@graph'] ?? value['mainEntity'], depth - 1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

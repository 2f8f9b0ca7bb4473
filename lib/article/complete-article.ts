import { articleId } from './article-id.ts';
import type { ReadContext } from './finish-draft.ts';
import { textsOf } from './html/json-ld.ts';
import { languageOf } from './language-of.ts';
import { outletOf } from './outlet.ts';
import { pageAddress } from './web-address.ts';

/** Fields that article JSON may leave out: they are filled in. */
export const FILLED_IN: readonly string[] = [
  'schemaVersion',
  'id',
  'author',
  'url',
  'inLanguage',
  'topics',
  'bodyKind',
];

/**
 * Brings article JSON of other writers into the shape of `Article`, before it is checked. Accepted
 * are the usual forms of schema.org:
 * - `author` as a text, an object or a list of either; none at all is nobody named,
 * - `publisher` as a text or an object; missing, it is the outlet of the address or the given one,
 * - `url` missing: the address in `mainEntityOfPage`, else the given one, else null,
 * - `datePublished` missing: the given date.
 *
 * Parley's own fields may be missing: `schemaVersion` (1), `bodyKind` (full), `inLanguage` (by the
 * body), `topics` (those of the context, which are added in any case) and `id` (`articleId`). What is
 * present keeps its words: a field of a wrong type is left for the check to refuse.
 */
export function completeArticle(data: unknown, { topicIds, given }: ReadContext): unknown {
  if (!isRecord(data)) return data;
  const url = data['url'] === undefined ? addressOf(data, given?.url) : data['url'];
  const publisher = named(data['publisher'] ?? outletName(url) ?? given?.publisher);
  const datePublished = data['datePublished'] ?? given?.date;
  return {
    schemaVersion: 1,
    bodyKind: 'full',
    inLanguage: languageOf(text(data['articleBody'])),
    id: articleId(
      textsOf(publisher, 'name')[0] ?? 'unknown',
      /^\d{4}-\d{2}-\d{2}/.test(text(datePublished)) ? text(datePublished) : 'undated',
      text(data['headline']),
    ),
    ...data,
    author: authorsIn(data['author']),
    ...(publisher === undefined ? {} : { publisher }),
    url,
    ...(datePublished === undefined ? {} : { datePublished }),
    topics: withTopics(data['topics'], topicIds),
  };
}

function addressOf(data: Record<string, unknown>, given: string | undefined): string | null {
  const page = data['mainEntityOfPage'];
  return pageAddress(textsOf(page, '@id')[0] ?? textsOf(page, 'url')[0]) ?? given ?? null;
}

function outletName(url: unknown): string | undefined {
  return outletOf(pageAddress(text(url)))?.name;
}

function named(value: unknown): unknown {
  return typeof value === 'string' ? { name: value } : value;
}

function authorsIn(value: unknown): unknown {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map(named);
  return typeof value === 'string' || isRecord(value) ? [named(value)] : value;
}

function withTopics(value: unknown, topicIds: readonly string[]): unknown {
  if (value === undefined) return topicIds;
  return Array.isArray(value) ? [...new Set<unknown>([...value, ...topicIds])] : value;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

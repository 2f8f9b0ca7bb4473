import type { Article } from '#lib/article/article.ts';
import { namesReservedHost } from '#lib/reserved-host.ts';
import type { Evidence } from '#lib/outlook/comparison.ts';
import type { Citation } from './briefing.ts';
import { QUOTATION_MAX_CHARS, QUOTATION_MAX_WORDS, fitsQuotation } from './cut-quotation.ts';

/** Why a passage may not be printed, or null: it must be a verbatim slice of its article. */
export function evidenceFault(
  { articleId, start, end, text }: Evidence,
  articles: ReadonlyMap<string, Article>,
): string | null {
  const article = articles.get(articleId);
  if (article === undefined) return `there is no article ${articleId}`;
  if (text.trim() === '') return 'the evidence is empty';
  if (article.articleBody.slice(start, end) !== text)
    return `${articleId} does not read so at ${start}–${end}`;
  return null;
}

/** Why a citation may not be printed, or null. */
export function citationFault(
  citation: Citation,
  articles: ReadonlyMap<string, Article>,
): string | null {
  const fault = evidenceFault(citation.evidence, articles);
  if (fault !== null) return fault;
  if (!fitsQuotation(citation.evidence.text))
    return `longer than ${QUOTATION_MAX_WORDS} words or ${QUOTATION_MAX_CHARS} characters`;
  if (namesReservedHost(citation.evidence.text))
    return 'it names the host of Parley’s own links, which must not stand in quoted words';
  const outlet = articles.get(citation.evidence.articleId)?.publisher.name;
  return citation.outlet === outlet ? null : `${citation.outlet} is not its outlet`;
}

/**
 * Whether a name occurs in an article's text. Spellings of one name differ in hyphens and spaces
 * (Kim Jong-un, Kim Jong Un, Kim Jongun) and in case.
 */
export function occursIn(name: string, article: Article): boolean {
  const known = foldedBodies.get(article);
  const body = known ?? folded(article.articleBody);
  if (known === undefined) foldedBodies.set(article, body);
  return body.includes(folded(name));
}

/**
 * A name as the article writes it: in full, or else the family name that stands there by itself
 * (`…," Biegun said`). Null where it holds neither. A given name alone would be anybody's.
 */
export function writtenName(name: string, article: Article): string | null {
  if (occursIn(name, article)) return name;
  const family = /^\p{Lu}[\p{L}\p{M}'’-]+ (?:.+ )?(?<last>\p{Lu}[\p{L}\p{M}'’-]{2,})$/u.exec(name)
    ?.groups?.last;
  if (family === undefined) return null;
  const alone = new RegExp(`(?<![\\p{L}\\p{M}-])${family}(?![\\p{L}\\p{M}-])`, 'u');
  return alone.test(article.articleBody) ? family : null;
}

/** Every citation of an article asks for names in it, and folding a body costs more than all of them. */
const foldedBodies = new WeakMap<Article, string>();

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{Pd}.'’]+/gu, '')
    .toLowerCase();
}

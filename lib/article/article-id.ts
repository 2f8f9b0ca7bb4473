import { createHash } from 'node:crypto';
import { outletNamed } from './outlet.ts';

const HEADLINE_WORDS = 6;
const ID_MAX_CHARS = 120;

const LEFT_OUT = new Set(
  'a an and as at by for from in is of on or over s that the to with'.split(' '),
);

/**
 * The id of an article: outlet, day and first words of the headline
 * ("koreatimes-2020-05-05-envoys-meet-oslo-after-year"). It comes from what every
 * copy of the page shows, never from address or body, so that one article keeps one id.
 */
export function articleId(publisher: string, datePublished: string, headline: string): string {
  const outlet =
    outletNamed(publisher)?.id ?? (slug(publisher).replaceAll('-', '') || digest(publisher));
  const words = slug(headline)
    .split('-')
    .filter((word) => word && !LEFT_OUT.has(word))
    .slice(0, HEADLINE_WORDS)
    .join('-');
  const parts = [outlet, datePublished.slice(0, 10), words || digest(headline)];
  return parts.join('-').slice(0, ID_MAX_CHARS).replace(/-+$/, '');
}

/** Latin letters without accents, digits and hyphens; "" for a text in another script. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

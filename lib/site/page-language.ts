import type { Context, MiddlewareHandler } from 'hono';
import { languageDetector } from 'hono/language';
import { wordingFor, wordingLanguages, type Wording } from '#lib/briefing/wording.ts';

/** The parameter of an address that names the language which a reader chose. */
const PARAMETER = 'lang';

/** How a page speaks to a reader. */
export interface PageLanguage {
  wording: Wording;
  /** A path of this site that keeps the language where the reader chose one: for links and forms. */
  to: (path: string) => string;
}

/**
 * Finds the language of a reader: the one chosen on the page, which stands in the address, or else the
 * browser's. No cookie: nothing has to be asked for, an address shows everybody the same, and caches
 * can tell pages apart.
 * @param fallback for who asks for none that there is
 */
export function detectLanguage(fallback = 'en'): MiddlewareHandler {
  const supportedLanguages = wordingLanguages();
  return languageDetector({
    supportedLanguages,
    fallbackLanguage: supportedLanguages.includes(fallback) ? fallback : 'en',
    order: ['querystring', 'header'],
    lookupQueryString: PARAMETER,
    caches: false,
  });
}

/** The language that `detectLanguage` found for a request. */
export function pageLanguage(context: Context): PageLanguage {
  const language = context.get('language');
  const isChosen = context.req.query(PARAMETER)?.toLowerCase() === language;
  return {
    wording: wordingFor(language),
    to: (path) => (isChosen ? inLanguage(path, language) : path),
  };
}

/** The address of a page in a language: "/editions?page=2" becomes "/editions?page=2&lang=ko". */
export function inLanguage(path: string, language: string): string {
  const [place = '', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set(PARAMETER, language);
  return `${place}?${parameters}`;
}

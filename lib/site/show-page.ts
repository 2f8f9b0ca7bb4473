import type { Brand } from '#lib/briefing/brand.ts';
import { framed } from './frame.ts';
import { pageLanguage } from './page-language.ts';
import type { Show } from './page.ts';

/**
 * @param brand stands over and under each page
 * @param siteUrl the address of the pages, asked for with each page: on one machine it is known only once they are served
 */
export function showAs(brand: Brand, siteUrl: () => string): Show {
  return (context, makePage, status = 200, headers = {}) => {
    const language = pageLanguage(context);
    const { search } = new URL(context.req.url);
    const frame = { ...language, brand, siteUrl: siteUrl(), query: search };
    return context.html(framed(makePage(language), frame), status, {
      'content-language': language.wording.language,
      vary: 'Accept-Language',
      ...headers,
    });
  };
}

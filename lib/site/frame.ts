import { html } from 'hono/html';
import type { Brand } from '#lib/briefing/brand.ts';
import { languageInWords, say, wordingLanguages } from '#lib/briefing/wording.ts';
import { inLanguage, type PageLanguage } from './page-language.ts';
import type { Markup, Page } from './page.ts';

/** What the frame of a page is made of beside the page. */
export interface Frame extends PageLanguage {
  brand: Brand;
  /** Where the public pages are served, without a slash at the end. */
  siteUrl: string;
  /** Parameters of the request, "?page=2" or nothing, for the switch of languages. */
  query: string;
}

/** A page in its frame: one column, one style sheet, no script, nothing from elsewhere. */
export function framed(page: Page, frame: Frame): Markup {
  const { brand, wording, to } = frame;
  const words = wording.pages.frame;
  return html`<!doctype html>
    <html lang="${wording.language}" dir="${wording.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${brand.name}</title>
        <link rel="stylesheet" href="/site.css" />
        <link rel="icon" href="data:," />
        ${page.shared === undefined ? '' : sharedHead(page.title, page.shared, frame)}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <div class="paper">
          <header>
            <a class="brand" href="${to('/')}">${brand.name}</a>
            <nav aria-label="${words.language}">${languageSwitch(frame)}</nav>
          </header>
          <main id="content">
            <h1>${page.title}</h1>
            ${page.content}
          </main>
          <footer>
            <nav aria-label="${say(wording, words.ours, { brand: brand.name })}">
              <a href="${to('/editions')}">${words.editions}</a>
              <a href="${to('/subscribe')}">${words.subscribe}</a>
              <a href="${to('/unsubscribe')}">${words.unsubscribe}</a>
              <a href="/atom.xml">${words.feed}</a>
            </nav>
            <p>${brand.name}. ${brand.senderLine}<br />${brand.postalAddress}</p>
          </footer>
        </div>
      </body>
    </html>`;
}

/** Links to this same page in each language, each named in its own words. */
function languageSwitch({ wording, query }: Frame): Markup[] {
  return wordingLanguages().map((language) => {
    const name = languageInWords(language);
    return language === wording.language
      ? html`<span lang="${language}" aria-current="true">${name}</span>`
      : html`<a href="${inLanguage(query, language)}" lang="${language}" hreflang="${language}"
          >${name}</a
        >`;
  });
}

/** What is told of a page for everybody: its one address, its languages, its card, its feeds. */
function sharedHead(
  title: string,
  { path, description, feeds }: NonNullable<Page['shared']>,
  frame: Frame,
): Markup {
  const { siteUrl, wording, brand, to } = frame;
  const url = siteUrl + to(path);
  return html`<link rel="canonical" href="${url}" />
    ${wordingLanguages().map(
      (language) =>
        html`<link
          rel="alternate"
          hreflang="${language}"
          href="${siteUrl + inLanguage(path, language)}"
        /> `,
    )}
    <meta name="description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="${brand.name}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:locale" content="${wording.locale.replace('-', '_')}" />
    ${feeds === undefined ? '' : feedLinks(title, feeds)}`;
}

function feedLinks(title: string, folder: string): Markup {
  return html`<link
      rel="alternate"
      type="application/atom+xml"
      title="${title}"
      href="${folder}/atom.xml"
    />
    <link
      rel="alternate"
      type="application/feed+json"
      title="${title}"
      href="${folder}/feed.json"
    />`;
}

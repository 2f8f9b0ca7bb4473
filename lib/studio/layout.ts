import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup made with hono's `html`, which escapes every value put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Section = 'editions' | 'inbox';

/** The frame of every page of the studio: title, the ways to the others, content. */
export function layout(title: string, section: Section | null, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Parley studio</title>
        <link rel="stylesheet" href="/studio/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <div>
            <a class="brand" href="/">Parley <span>studio</span></a>
            <nav aria-label="Studio">
              ${navLink('/', 'Editions', section === 'editions')}
              ${navLink('/studio/inbox', 'Inbox', section === 'inbox')}
              ${navLink('/editions', 'Public pages', false)}
            </nav>
          </div>
        </header>
        <main id="content">${content}</main>
      </body>
    </html>`;
}

function navLink(href: string, text: string, current: boolean): Markup {
  return current
    ? html`<a href="${href}" aria-current="page">${text}</a>`
    : html`<a href="${href}">${text}</a>`;
}

/** Says that something is not there, and where to go instead. */
export function notFoundPage(what: string): Markup {
  return messagePage('Not found', what);
}

/** Says that a page failed, and why: the reader is the operator. */
export function failedPage(why: string): Markup {
  return messagePage('This page failed', why);
}

function messagePage(title: string, message: string): Markup {
  return layout(
    title,
    null,
    html`<h1>${title}</h1>
      <p>${message}</p>
      <p><a href="/">All editions</a> · <a href="/studio/inbox">Inbox</a></p>`,
  );
}

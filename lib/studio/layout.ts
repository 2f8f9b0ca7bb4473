import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup made with hono's `html`, which escapes every value put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export type Section = 'mails' | 'inbox';

/** What a page consists of: a list to choose from, the chosen, and what is said of it. */
export interface Panes {
  side: Markup;
  main: Markup;
  aside: Markup;
}

/** The frame of every page of the studio: title, the ways to the others, and three panes. */
export function layout(title: string, section: Section | null, panes: Panes): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Parley studio</title>
        <link rel="stylesheet" href="/studio/style.css" />
        <link rel="icon" href="data:," />
        <script src="/studio/live.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <a class="skip" href="#about">Skip to checks and test</a>
        <header class="top">
          <a class="brand" href="/studio">Parley <span>studio</span></a>
          <nav aria-label="Studio">
            ${navLink('/studio', 'Mails', section === 'mails')}
            ${navLink('/studio/inbox', 'Inbox', section === 'inbox')}
            ${navLink('/', 'Public pages', false)}
          </nav>
          <p class="state" id="live" role="status"></p>
        </header>
        <div class="panes">
          <nav class="side" aria-label="Mails">${panes.side}</nav>
          <main id="content">${panes.main}</main>
          <aside id="about" tabindex="-1" aria-label="About this mail">${panes.aside}</aside>
        </div>
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

/** A page with nothing to choose from. */
export function messagePage(title: string, message: string): Markup {
  const main = html`<div class="message">
    <h1>${title}</h1>
    <p>${message}</p>
    <p><a href="/studio">All mails</a> · <a href="/studio/inbox">Inbox</a></p>
  </div>`;
  return layout(title, null, { side: html``, main, aside: html`` });
}

import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup made with hono's `html`, which escapes every value put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The frame of every public page: one column, one style sheet, no script, nothing from elsewhere. */
export function page(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Parley</title>
        <link rel="stylesheet" href="/site.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header><a href="/editions">Parley</a></header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** A form that is nothing but its button: what changes something is a POST, never a link. */
export function button(path: string, label: string): Markup {
  return html`<form method="post" action="${path}"><button type="submit">${label}</button></form>`;
}

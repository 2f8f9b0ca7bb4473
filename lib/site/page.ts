import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup made with hono's `html`, which escapes every value put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What one public page says. */
export interface Page {
  title: string;
  content: Markup;
}

/** A page in its frame: one column, one style sheet, no script, nothing from elsewhere. */
function frame(brandName: string, { title, content }: Page): Markup {
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${brandName}</title>
        <link rel="stylesheet" href="/site.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header><a href="/editions">${brandName}</a></header>
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

/** Answers with a page in the frame of the brand. */
export type Show = (
  context: Context,
  page: Page,
  status?: 200 | 400 | 404 | 409 | 500,
  headers?: Record<string, string>,
) => Response | Promise<Response>;

/** @param brandName stands over each page and in its title */
export function showAs(brandName: string): Show {
  return (context, page, status = 200, headers = {}) =>
    context.html(frame(brandName, page), status, headers);
}

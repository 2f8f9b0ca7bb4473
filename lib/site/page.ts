import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Context } from 'hono';
import type { PageLanguage } from './page-language.ts';

/** Markup made with hono's `html`, which escapes every value put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What one page says. */
export interface Page {
  title: string;
  content: Markup;
  /** What makes a page one for everybody; absent from one that belongs to one reader. */
  shared?: Shared;
}

/** What search engines, feed readers and cards of messengers are told of a page. */
export interface Shared {
  /** The one address by which it is known, without the site and without a language: "/editions?page=2". */
  path: string;
  /** One or two sentences. */
  description: string;
  /** Folder of the feeds that go with it, "" or "/editions/us-north-korea"; absent where there are none. */
  feeds?: string;
}

/** A page in the reader's language. */
export type MakePage = (language: PageLanguage) => Page;

/** A form that is nothing but its button: what changes something is a POST, never a link. */
export function button(path: string, label: string): Markup {
  return html`<form method="post" action="${path}"><button type="submit">${label}</button></form>`;
}

export type PageStatus = 200 | 400 | 403 | 404 | 405 | 409 | 410 | 413 | 429 | 500;

/** Answers with a page in the frame of the brand and the language of the reader. */
export type Show = (
  context: Context,
  page: MakePage,
  status?: PageStatus,
  headers?: Record<string, string>,
) => Response | Promise<Response>;

/** Headers of a page that belongs to one reader: neither kept nor indexed. */
export const PERSONAL = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } as const;

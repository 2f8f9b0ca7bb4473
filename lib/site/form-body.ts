import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { MakePage, Show } from './page.ts';

/** A form of ours has some hundred bytes; names in any script and a few parameters more fit in here. */
export const FORM_MAX_BYTES = 8_192;

/** Refuses a body that no form of ours can have. */
export function limitBody(show: Show): MiddlewareHandler {
  const tooMuch = (context: Context) =>
    show(context, tooMuchPage, 413, { 'cache-control': 'no-store' });
  return bodyLimit({ maxSize: FORM_MAX_BYTES, onError: tooMuch });
}

const tooMuchPage: MakePage = ({ wording }) => {
  const { title, text } = wording.pages.tooMuch;
  return { title, content: html`<p>${text}</p>` };
};

/**
 * The fields of a form, urlencoded or multipart, by name; of a name that comes twice the last, of a file
 * nothing. What is no form has no fields.
 */
export async function readForm(context: Context): Promise<Record<string, string>> {
  const body = await context.req.parseBody().catch(() => ({}));
  const entries = Object.entries(body).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}

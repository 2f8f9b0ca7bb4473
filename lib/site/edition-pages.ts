import { html } from 'hono/html';
import type { Edition } from '#lib/edition/edition.ts';
import { page, type Markup } from './page.ts';

/** The list of editions, newest first. */
export function editionsPage(editions: Edition[]): Markup {
  const items = editions.map(
    ({ id, subject, topicTitle, slot }) =>
      html`<li><a href="/editions/${id}">${subject}</a><span>${topicTitle}, ${slot}</span></li>`,
  );
  const content =
    items.length > 0
      ? html`<ul>
          ${items}
        </ul>`
      : html`<p>There is none yet.</p>`;
  return page('Editions', content);
}

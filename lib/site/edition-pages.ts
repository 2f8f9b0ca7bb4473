import { html } from 'hono/html';
import type { Edition } from '#lib/edition/edition.ts';
import type { Page } from './page.ts';

/** The list of editions, newest first. */
export function editionsPage(editions: Edition[]): Page {
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
  return { title: 'Editions', content };
}

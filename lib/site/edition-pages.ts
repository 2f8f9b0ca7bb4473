import { html } from 'hono/html';
import type { Edition } from '#lib/edition/edition.ts';
import type { MakePage } from './page.ts';

/** The list of editions, newest first. */
export function editionsPage(editions: Edition[]): MakePage {
  return ({ wording, to }) => {
    const words = wording.pages.editions;
    const items = editions.map(
      ({ id, subject, topicTitle, slot }) =>
        html`<li>
          <a href="${to(`/editions/${id}`)}">${subject}</a><span>${topicTitle}, ${slot}</span>
        </li>`,
    );
    return {
      title: words.title,
      shared: { path: '/editions', description: words.description },
      content:
        items.length > 0
          ? html`<ul class="list">
              ${items}
            </ul>`
          : html`<p>${words.none}</p>`,
    };
  };
}

import { html } from 'hono/html';
import type { EditionList } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { editionPath } from './edition-mails.ts';
import type { Markup } from './layout.ts';
import { samplePath } from './sample-mails.ts';
import type { MailSamples } from './samples.ts';

/** Older ones are in the store, and on the public pages. */
const EDITIONS_LISTED = 20;

const NONE_YET = html`None yet. <code>parley compose</code> makes the one that is due.`;

/** Editions of the store, then templates with their samples. */
export function sideList(
  { editions, faults }: EditionList,
  mails: readonly MailSamples[],
  currentPath: string,
  isComposing: boolean,
): Markup {
  const link = (path: string, text: Markup) =>
    html`<li>
      <a href="${path}" ${path === currentPath ? html`aria-current="page"` : ''}>${text}</a>
    </li>`;
  const shown = editions.slice(0, EDITIONS_LISTED);
  return html`<div id="samples">
    <h2>Editions</h2>
    ${faults.map((fault) => html`<p class="empty">${formatFault(fault)}</p>`)}
    ${
      shown.length === 0
        ? html`<p class="empty">${isComposing ? 'Composing the one that is due …' : NONE_YET}</p>`
        : html`<ul>
            ${shown.map(({ id, slot, topicTitle }) =>
              link(editionPath(id), html`<time>${slot}</time> <span>${topicTitle}</span>`),
            )}
          </ul>`
    }
    ${mails.map(
      ({ mail, samples }) =>
        html`<h2>${mail}</h2>
          <ul>
            ${samples.map((sample) => link(samplePath(mail, sample), html`${sample}`))}
          </ul>`,
    )}
  </div>`;
}

import { html } from 'hono/html';
import { formatCounts, type DeliveryCounts } from '#lib/delivery/count-deliveries.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import { layout, type Markup } from './layout.ts';
import { chosenView, facts, mailFrame, plainText, tabs } from './tabs.ts';

/** Address of an edition's page. */
export const editionPath = (id: string): string => `/studio/editions/${encodeURIComponent(id)}`;

/** The list of editions, and what is wrong with those that cannot be read: the first page of the studio. */
export function editionsPage(
  editions: readonly { edition: Edition; sent: DeliveryCounts }[],
  faults: readonly Fault[],
): Markup {
  const list = html`<ol class="cards">
    ${editions.map(
      ({ edition, sent }) =>
        html`<li>
          <a class="card" href="${editionPath(edition.id)}">
            <span class="meta">${edition.topicTitle} · <time>${edition.slot}</time></span>
            <strong>${edition.subject}</strong>
            <span>${edition.preheader}</span>
            <span class="meta badges">${evidence(edition)} <span>${formatCounts(sent)}</span></span>
          </a>
        </li>`,
    )}
  </ol>`;
  const none = html`<p class="empty">
    No edition yet. <code>parley compose</code> makes the one that is due.
  </p>`;
  return layout(
    'Editions',
    'editions',
    html`<h1>Editions</h1>
      ${faults.map((fault) => html`<p class="empty">${formatFault(fault)}</p>`)}
      ${editions.length > 0 ? list : none}`,
  );
}

function evidence({ record }: Edition): Markup {
  const { then, now } = record.evidence;
  return html`<span class="then">${then} passages then</span>
    <span class="now">${now} passages now</span>`;
}

const VIEWS = [
  { id: 'desktop', label: 'Desktop' },
  { id: 'phone', label: 'Phone' },
  { id: 'text', label: 'Text' },
  { id: 'source', label: 'Source' },
  { id: 'record', label: 'Record' },
] as const;

/** One edition, in the view that is asked for. */
export function editionPage(
  edition: Edition,
  sent: DeliveryCounts,
  viewId: string | undefined,
): Markup {
  const path = editionPath(edition.id);
  const view = chosenView(VIEWS, viewId);
  return layout(
    edition.subject,
    'editions',
    html`<p class="meta">
        ${edition.topicTitle} · <time>${edition.slot}</time> · ${formatCounts(sent)}
      </p>
      <h1>${edition.subject}</h1>
      <p class="lead">${edition.preheader}</p>
      ${tabs(path, VIEWS, view)} ${editionView(edition, view.id, path)}`,
  );
}

function editionView(edition: Edition, view: (typeof VIEWS)[number]['id'], path: string): Markup {
  switch (view) {
    case 'desktop':
    case 'phone':
      return mailFrame(`${path}/html`, view, `The edition as e-mail: ${view}`);
    case 'text':
      return plainText(edition.text, 'Text part');
    case 'source':
      return plainText(edition.html, 'HTML source');
    case 'record':
      return recordView(edition);
  }
}

function recordView({ record, contentHash, composedAt, id }: Edition): Markup {
  const reasons = record.dropped.map(({ line, reason }) => `${line}: ${reason}`);
  const faults = record.quarantined.map(
    ({ source, field, expected }) => `${source}: ${field ? `${field}: ` : ''}expected ${expected}`,
  );
  return html`${facts([
    ['Edition', id],
    ['Composed', composedAt],
    ['Content hash', html`<code>${contentHash}</code>`],
    ['Evidence', `${record.evidence.then} then, ${record.evidence.now} now`],
    ['Articles', list(record.articles.map(({ id: article, era }) => `${article} (${era})`))],
    ['Lines dropped', list(reasons)],
    ['Quarantined', list(faults)],
    ['Outside the eras', list(record.outsideEras)],
  ])}`;
}

function list(items: readonly string[]): Markup {
  if (items.length === 0) return html`none`;
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

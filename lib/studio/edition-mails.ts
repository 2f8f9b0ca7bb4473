import { html } from 'hono/html';
import { countDeliveries, formatCounts } from '#lib/delivery/count-deliveries.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { slotOf, type Edition, type EditionStore } from '#lib/edition/edition.ts';
import { editionPath as publicPath } from '#lib/subscription/links.ts';
import type { Markup } from './layout.ts';
import { headersOf, type PostOffice } from './post-office.ts';
import type { ShownMail } from './shown-mail.ts';
import { facts } from './tabs.ts';

/** Address of an edition's page. */
export const editionPath = (id: string): string => `/studio/editions/${encodeURIComponent(id)}`;

export interface EditionMailDeps {
  editions: Pick<EditionStore, 'get'>;
  ledger: Pick<Ledger, 'list'>;
  office: PostOffice;
  now: () => Date;
}

/** The edition of an id, with the links that one of its mails would have; null where there is none. */
export async function editionMail(
  id: string,
  { editions, ledger, office, now }: EditionMailDeps,
): Promise<ShownMail | null> {
  const slot = slotOf(id);
  const edition = slot === null ? null : await editions.get(slot);
  if (edition === null) return null;
  const sent = await countDeliveries(ledger.list(edition.id), now());
  return {
    path: editionPath(edition.id),
    about: html`${edition.topicTitle} · <time>${edition.slot}</time> · ${formatCounts(sent)}`,
    parts: edition,
    viewUrl: publicPath(edition.id),
    language: edition.language,
    headers: () => headersOf(edition, office),
    isForList: true,
    faults: [],
    record: recordOf(edition),
    canBeSent: true,
  };
}

function recordOf({ record, contentHash, composedAt, id }: Edition): Markup {
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

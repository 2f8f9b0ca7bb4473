import { html } from 'hono/html';
import type { Address } from 'postal-mime';
import type { ReceivedMail } from './inbox.ts';
import { layout, type Markup } from './layout.ts';
import { chosenView, facts, mailFrame, plainText, tabs } from './tabs.ts';

/** Address of a mail's page. */
export const mailPath = (id: string): string => `/studio/inbox/${encodeURIComponent(id)}`;

/** The list of delivered mails. */
export function inboxPage({ mails, total }: { mails: ReceivedMail[]; total: number }): Markup {
  const list = html`<ol class="cards">
    ${mails.map(
      ({ id, mail }) =>
        html`<li>
          <a class="card" href="${mailPath(id)}">
            <span class="meta"
              >to ${addresses(mail.to)} · <time>${formatInstant(mail.date)}</time></span
            >
            <strong>${mail.subject ?? '(no subject)'}</strong>
          </a>
        </li>`,
    )}
  </ol>`;
  const none = html`<p class="empty">
    No mail yet. <code>parley send</code> delivers to this inbox.
  </p>`;
  const more = total > mails.length ? html`<p class="aside">${mails.length} of ${total}.</p>` : '';
  return layout(
    'Inbox',
    'inbox',
    html`<h1>Inbox</h1>
      ${mails.length > 0 ? list : none} ${more}`,
  );
}

const VIEWS = [
  { id: 'html', label: 'Mail' },
  { id: 'phone', label: 'Phone' },
  { id: 'text', label: 'Text' },
  { id: 'headers', label: 'Headers' },
  { id: 'source', label: 'Source' },
] as const;

/** One mail, in the view that is asked for. */
export function mailPage(found: ReceivedMail, viewId: string | undefined): Markup {
  const { mail, id } = found;
  const view = chosenView(VIEWS, viewId);
  const subject = mail.subject ?? '(no subject)';
  return layout(
    subject,
    'inbox',
    html`<h1>${subject}</h1>
      ${facts([
        ['From', addresses(mail.from ? [mail.from] : [])],
        ['To', addresses(mail.to)],
        ['Date', formatInstant(mail.date)],
      ])}
      ${tabs(mailPath(id), VIEWS, view)} ${mailView(found, view.id)}`,
  );
}

function mailView({ mail, id, source }: ReceivedMail, view: (typeof VIEWS)[number]['id']): Markup {
  switch (view) {
    case 'html':
    case 'phone':
      return mailFrame(
        `${mailPath(id)}/html`,
        view === 'phone' ? 'phone' : 'desktop',
        `The mail: ${view}`,
      );
    case 'text':
      return plainText(mail.text ?? '(no text part)', 'Text part');
    case 'headers':
      return facts(mail.headers.map(({ originalKey, value }) => [originalKey, value] as const));
    case 'source':
      return plainText(source, 'MIME source');
  }
}

function addresses(list: readonly Address[] | undefined): string {
  const texts = (list ?? []).map(({ name, address }) =>
    name && address ? `${name} <${address}>` : (address ?? name),
  );
  return texts.join(', ') || '(nobody)';
}

/** "2026-11-16 07:00 UTC"; what is no date is shown as it is. */
function formatInstant(date: string | undefined): string {
  if (date === undefined) return '(no date)';
  const instant = new Date(date);
  if (Number.isNaN(instant.getTime())) return date;
  return `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

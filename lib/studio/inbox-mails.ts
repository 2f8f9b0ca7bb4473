import { html } from 'hono/html';
import type { Address } from 'postal-mime';
import { readMail, type MailFolder, type ReceivedMail } from './inbox.ts';
import type { Markup } from './layout.ts';
import type { ShownMail } from './shown-mail.ts';

/** Address of a mail's page. */
export const inboxPath = (id: string): string => `/studio/inbox/${encodeURIComponent(id)}`;

/** A mail of the inbox as it was delivered; null where there is none of that id. */
export async function inboxMail(id: string, folder: MailFolder): Promise<ShownMail | null> {
  const found = await readMail(folder, id);
  if (found === null) return null;
  const { mail, source } = found;
  const headers = mail.headers.map(({ originalKey, value }): [string, string] => [
    originalKey,
    value,
  ]);
  return {
    path: inboxPath(id),
    about: html`from ${addresses(mail.from ? [mail.from] : [])} to ${addresses(mail.to)} ·
      <time>${formatInstant(mail.date)}</time>`,
    parts: {
      subject: mail.subject ?? '(no subject)',
      preheader: preheaderOf(mail.html ?? ''),
      html: mail.html ?? '',
      text: mail.text ?? '(no text part)',
    },
    language: 'en',
    headers: () => Promise.resolve(headers),
    isForList: headers.some(([name]) => name.toLowerCase() === 'list-id'),
    faults: [],
    mime: source,
    canBeSent: false,
  };
}

/** The list of delivered mails, newest first. */
export function inboxList(
  { mails, total }: { mails: ReceivedMail[]; total: number },
  currentId: string | null,
): Markup {
  if (mails.length === 0)
    return html`<p class="empty">No mail yet. <code>parley send</code> delivers to this inbox.</p>`;
  return html`<h2>Inbox</h2>
    <ul id="samples" class="letters">
      ${mails.map(
        ({ id, mail }) =>
          html`<li>
            <a href="${inboxPath(id)}" ${id === currentId ? html`aria-current="page"` : ''}>
              <strong>${mail.subject ?? '(no subject)'}</strong>
              <span>to ${addresses(mail.to)}</span>
              <time>${formatInstant(mail.date)}</time>
            </a>
          </li>`,
      )}
    </ul>
    ${total > mails.length ? html`<p class="empty">${mails.length} of ${total}.</p>` : ''}`;
}

/** MJML puts it into the first element of the body, hidden. */
function preheaderOf(mailHtml: string): string {
  const hidden = /<body[^>]*>\s*<div[^>]*display:none[^>]*>([^<]*)/i.exec(mailHtml)?.[1] ?? '';
  return hidden.replace(/&#?\w+;/g, ' ').trim();
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

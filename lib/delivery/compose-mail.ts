import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { personalise } from '#lib/briefing/placeholders.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Fault, Parsed } from '#lib/fault.ts';
import type { Links } from '#lib/subscription/links.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { deliveryId } from './delivery-id.ts';
import type { OutgoingMail } from './mailer.ts';

/** Who mails the digest. */
export interface Sender {
  address: string;
  name: string;
  /** A mailbox that takes "unsubscribe" mails, beside the link; null where nobody reads one. */
  unsubscribeMailbox: string | null;
}

export interface MailContext {
  sender: Sender;
  links: Links;
  /** The Date header. */
  at: Date;
}

/**
 * An edition as the MIME mail of one subscriber. The same arguments give the same bytes. The HTML
 * and text are the edition's own, with the subscriber's links in the place of the tokens.
 * Headers follow RFC 2369 (List-Unsubscribe), RFC 2919 (List-Id) and RFC 8058 (one-click).
 * @returns a fault where an address, a name or the subject could break out of its header
 */
export async function composeMail(
  edition: Edition,
  subscriber: Subscriber,
  { sender, links, at }: MailContext,
): Promise<Parsed<OutgoingMail>> {
  const faults = headerFaults(edition, subscriber, sender);
  if (faults.length > 0) return { ok: false, faults };
  const { topicId, id: subscriberId } = subscriber;
  const id = deliveryId({ editionId: edition.id, subscriberId });
  const unsubscribeUrl = links.unsubscribeUrl({ topicId, subscriberId });
  const urls = { unsubscribeUrl, viewUrl: links.viewUrl(edition.id) };
  const htmlUrls = {
    unsubscribeUrl: escapeHtml(unsubscribeUrl),
    viewUrl: escapeHtml(urls.viewUrl),
  };
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: { name: subscriber.name ?? '', address: subscriber.address },
    subject: edition.subject,
    date: at,
    messageId: `<${id}@${domainOf(sender)}>`,
    html: withCrlf(personalise(edition.html, htmlUrls)),
    text: withCrlf(personalise(edition.text, urls)),
    textEncoding: 'quoted-printable',
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, BOUNDARY_CHARS),
    headers: listHeaders(edition, unsubscribeUrl, sender),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  const envelope = { from: sender.address, to: subscriber.address };
  return { ok: true, value: { ...envelope, raw, editionId: edition.id, deliveryId: id } };
}

/** RFC 2046 allows 70 characters, of which the MIME builder takes some. */
const BOUNDARY_CHARS = 32;

/** One http(s) address, as RFC 8058 asks; unfolded, because a relay that refolds it breaks its DKIM signature. */
function listHeaders(edition: Edition, unsubscribeUrl: string, sender: Sender) {
  const mailbox = sender.unsubscribeMailbox;
  const mailto = mailbox === null ? '' : `, <mailto:${mailbox}?subject=unsubscribe>`;
  return [
    unfolded('List-Id', `<${edition.topicId}.${domainOf(sender)}>`),
    unfolded('List-Unsubscribe', `<${unsubscribeUrl}>${mailto}`),
    unfolded('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    unfolded('Content-Language', edition.language),
  ];
}

const unfolded = (key: string, value: string) => ({ key, value: { prepared: true, value } });

/** Everything that comes into a header from outside. A control character there could start a header of its own. */
function headerFaults({ subject }: Edition, subscriber: Subscriber, sender: Sender): Fault[] {
  const values = {
    subject,
    'subscriber.address': subscriber.address,
    'subscriber.name': subscriber.name ?? '',
    'sender.address': sender.address,
    'sender.name': sender.name,
    'sender.unsubscribeMailbox': sender.unsubscribeMailbox ?? '',
  };
  return Object.entries(values).flatMap(([field, value]) =>
    /[\u0000-\u001f\u007f]/.test(value)
      ? [{ source: subscriber.id, field, expected: 'text on one line without control characters' }]
      : [],
  );
}

const domainOf = ({ address }: Sender) => address.slice(address.lastIndexOf('@') + 1);

/** RFC 5322: lines of a mail end with CR LF. */
const withCrlf = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n');

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

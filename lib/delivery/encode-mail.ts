import MailComposer from 'nodemailer/lib/mail-composer';
import { personalise, type PersonalLink } from '#lib/briefing/placeholders.ts';
import type { Edition } from '#lib/edition/edition.ts';

/** Who mails the digest. */
export interface Sender {
  address: string;
  name: string;
  /** A mailbox that takes "unsubscribe" mails, beside the link; null where nobody reads one. */
  unsubscribeMailbox: string | null;
}

/** What all mails of an edition have in common. */
export interface CommonParts {
  edition: Edition;
  sender: Sender;
  viewUrl: string;
  /** The list's past editions. */
  archiveUrl: string;
  /** What the list is, and how to leave it. */
  helpUrl: string;
}

/** What only one subscriber's mail has. */
export interface PersonalParts {
  to: { name: string; address: string };
  links: Record<PersonalLink, string>;
  /** The address of a mail that unsubscribes, `mailto:…`; null where nobody reads one. */
  unsubscribeMailto: string | null;
  /** Without its angle brackets. */
  messageId: string;
  /** The Date header. */
  at: Date;
}

/**
 * The whole MIME message of one subscriber, by nodemailer's MailComposer: some milliseconds. The same
 * arguments give the same bytes. Headers follow RFC 2369 (List-Unsubscribe, List-Archive, List-Help), RFC 2919
 * (List-Id) and RFC 8058 (one-click). Not among them: Precedence, which RFC 2076 discourages and List-Id
 * makes superfluous for autoresponders (RFC 3834 section 2), and Feedback-ID, which SES adds by itself.
 * Text and HTML are 7bit or quoted-printable, never base64: see `MailForm`.
 */
export function encodeMail(common: CommonParts, personal: PersonalParts): Promise<Buffer> {
  const { edition, sender, viewUrl } = common;
  const urls = { ...personal.links, viewUrl };
  const htmlUrls = {
    unsubscribeUrl: escapeHtml(urls.unsubscribeUrl),
    preferencesUrl: escapeHtml(urls.preferencesUrl),
    viewUrl: escapeHtml(viewUrl),
  };
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: personal.to,
    subject: edition.subject,
    date: personal.at,
    html: withCrlf(personalise(edition.html, htmlUrls)),
    text: withCrlf(personalise(edition.text, urls)),
    textEncoding: 'quoted-printable',
    // A hash of the content cannot be part of the content, and all mails of an edition share it.
    baseBoundary: edition.contentHash.slice(0, BOUNDARY_CHARS),
    headers: ownHeaders(common, personal),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** RFC 2046 allows 70 characters, of which the MIME builder takes some. */
const BOUNDARY_CHARS = 32;

function ownHeaders(common: CommonParts, personal: PersonalParts) {
  const { edition, sender, archiveUrl, helpUrl } = common;
  return [
    unfolded('Message-ID', `<${personal.messageId}>`),
    unfolded('List-Id', `<${edition.topicId}.${domainOf(sender)}>`),
    unfolded('List-Unsubscribe', listUnsubscribe(personal)),
    unfolded('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
    unfolded('List-Archive', `<${archiveUrl}>`),
    unfolded('List-Help', `<${helpUrl}>`),
    unfolded('Content-Language', edition.language),
  ];
}

/** One http(s) address, as RFC 8058 asks; unfolded, because a relay that refolds it breaks its DKIM signature. */
export function listUnsubscribe({ links, unsubscribeMailto: mailto }: PersonalParts): string {
  return `<${links.unsubscribeUrl}>${mailto === null ? '' : `, <${mailto}>`}`;
}

const unfolded = (key: string, value: string) => ({ key, value: { prepared: true, value } });

export const domainOf = ({ address }: Sender): string =>
  address.slice(address.lastIndexOf('@') + 1);

/** RFC 5322: lines of a mail end with CR LF. */
const withCrlf = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n');

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

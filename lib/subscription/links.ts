import type { KeyRing } from './key-ring.ts';
import { signLink, type LinkPurpose } from './signed-link.ts';
import { unsubscribeSubject } from './unsubscribe-mail.ts';
import { signTimedLink, type LinkEnd, type LinkTarget, type TimedPurpose } from './timed-link.ts';
import type { Addressee } from './subscriber.ts';

/** Addresses of the public pages, as they stand in a mail. GET of any of them asks, only a POST acts. */
export interface Links {
  /** Signed for this one subscriber; for good. */
  unsubscribeUrl(addressee: Addressee): string;
  /** A mail to this mailbox that unsubscribes: the signed token stands in its subject. RFC 6068. */
  unsubscribeMailto(addressee: Addressee, mailbox: string): string;
  /** Takes an unsubscribe back, within the hours in which that can be done. */
  undoUnsubscribeUrl(addressee: Addressee): string;
  /** The reader's own settings; for good. */
  preferencesUrl(addressee: Addressee): string;
  /** A link that ends: confirms, changes an address, gives out or erases own data, approves an edition. */
  timedUrl(purpose: TimedPurpose, target: LinkTarget, end: LinkEnd): string;
  /** The edition in a browser; everybody has the same. */
  viewUrl(editionId: string): string;
  /** The past editions of a topic. */
  archiveUrl(topicId: string): string;
  /** What the digest is, and how to leave it. */
  helpUrl(): string;
}

/**
 * @param siteUrl where the public pages are served, http or https, with or without a path
 * @throws RangeError where it is no such address
 */
export function makeLinks(siteUrl: string, keys: KeyRing): Links {
  const base = baseOf(siteUrl);
  const lasting = (purpose: LinkPurpose) => (addressee: Addressee) =>
    `${base}/${purpose}/${signLink(purpose, addressee, keys)}`;
  return {
    unsubscribeUrl: lasting('unsubscribe'),
    unsubscribeMailto: (addressee, mailbox) =>
      mailtoOf(mailbox, unsubscribeSubject(signLink('unsubscribe', addressee, keys))),
    undoUnsubscribeUrl: lasting('undo-unsubscribe'),
    preferencesUrl: lasting('preferences'),
    timedUrl: (purpose, target, end) =>
      `${base}/${purpose}/${signTimedLink(purpose, target, end, keys)}`,
    viewUrl: (editionId) => editionUrl(base, editionId),
    archiveUrl: (topicId) => `${base}/editions/${topicId}`,
    helpUrl: () => `${base}/#how`,
  };
}

/** The page of an edition. @throws RangeError as `makeLinks` */
export function editionUrl(siteUrl: string, editionId: string): string {
  return baseOf(siteUrl) + editionPath(editionId);
}

/** The page of an edition within the site, for good: "/editions/us-north-korea/2026-11-16". */
export function editionPath(editionId: string): string {
  return `/editions/${editionId.replace('.', '/')}`;
}

function mailtoOf(mailbox: string, subject: string): string {
  const to = encodeURIComponent(mailbox).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}

function baseOf(siteUrl: string): string {
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new RangeError(
      `expected the http or https address of the public pages, found ${siteUrl}`,
    );
  return url.href.replace(/\/+$/, '');
}

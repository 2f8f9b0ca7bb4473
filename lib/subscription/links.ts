import type { KeyRing } from './key-ring.ts';
import { signLink } from './signed-link.ts';
import type { Addressee } from './subscriber.ts';

/** Addresses of the public pages, as they stand in a mail. */
export interface Links {
  /** Signed for this one subscriber: GET asks, POST unsubscribes. */
  unsubscribeUrl(addressee: Addressee): string;
  /** The edition in a browser; everybody has the same. */
  viewUrl(editionId: string): string;
}

/**
 * @param siteUrl where the public pages are served, http or https, with or without a path
 * @throws RangeError where it is no such address
 */
export function makeLinks(siteUrl: string, keys: KeyRing): Links {
  const base = baseOf(siteUrl);
  return {
    unsubscribeUrl: (addressee) =>
      `${base}/unsubscribe/${signLink('unsubscribe', addressee, keys)}`,
    viewUrl: (editionId) => editionUrl(base, editionId),
  };
}

/** The page of an edition. @throws RangeError as `makeLinks` */
export function editionUrl(siteUrl: string, editionId: string): string {
  return `${baseOf(siteUrl)}/editions/${editionId}`;
}

function baseOf(siteUrl: string): string {
  const url = URL.canParse(siteUrl) ? new URL(siteUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new RangeError(
      `expected the http or https address of the public pages, found ${siteUrl}`,
    );
  return url.href.replace(/\/+$/, '');
}

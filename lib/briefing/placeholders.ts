import { RESERVED_HOST } from '#lib/reserved-host.ts';

/**
 * What is personal in an edition. The frozen HTML and text carry these tokens; a delivery puts its
 * own links in their place. Plain ASCII without characters that HTML or quoted-printable would change.
 */
export const PLACEHOLDERS = {
  unsubscribeUrl: `https://${RESERVED_HOST}/unsubscribe-url`,
  preferencesUrl: `https://${RESERVED_HOST}/preferences-url`,
  viewUrl: `https://${RESERVED_HOST}/view-url`,
} as const;

type Link = keyof typeof PLACEHOLDERS;
/** The links that each reader has of their own. */
export type PersonalLink = Exclude<Link, 'viewUrl'>;

/** Puts a delivery's links in the place of the tokens. Values are escaped by the caller for the form at hand. */
export function personalise(text: string, values: Record<Link, string>): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (done, [name, token]) => done.replaceAll(token, () => values[name as Link]),
    text,
  );
}

/**
 * An edition's HTML or text without what belongs to one reader: its links lead to the pages that tell
 * where to find one's own.
 * @param siteUrl where the public pages are, or "" for addresses on their own host
 */
export function withoutReader(text: string, viewUrl: string, siteUrl = ''): string {
  return personalise(text, {
    viewUrl,
    unsubscribeUrl: `${siteUrl}/unsubscribe`,
    preferencesUrl: `${siteUrl}/preferences`,
  });
}

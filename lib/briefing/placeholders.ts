import { RESERVED_HOST } from '#lib/reserved-host.ts';

/**
 * What is personal in an edition. The frozen HTML and text carry these tokens; a delivery puts its
 * own links in their place. Plain ASCII without characters that HTML or quoted-printable would change.
 */
export const PLACEHOLDERS = {
  unsubscribeUrl: `https://${RESERVED_HOST}/unsubscribe-url`,
  viewUrl: `https://${RESERVED_HOST}/view-url`,
} as const;

/** Puts a delivery's links in the place of the tokens. Values are escaped by the caller for the form at hand. */
export function personalise(
  text: string,
  values: Record<keyof typeof PLACEHOLDERS, string>,
): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (done, [name, token]) =>
      done.replaceAll(token, () => values[name as keyof typeof PLACEHOLDERS]),
    text,
  );
}

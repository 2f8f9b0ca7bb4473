/** A host that no page can have (RFC 2606), so that nothing else is taken for a token. */
export const PLACEHOLDER_HOST = 'parley.invalid';

/**
 * What is personal in an edition. The frozen HTML and text carry these tokens; a delivery puts its
 * own links in their place. Plain ASCII without characters that HTML or quoted-printable would change.
 */
export const PLACEHOLDERS = {
  unsubscribeUrl: `https://${PLACEHOLDER_HOST}/unsubscribe-url`,
  viewUrl: `https://${PLACEHOLDER_HOST}/view-url`,
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

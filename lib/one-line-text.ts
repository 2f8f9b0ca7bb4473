import * as z from 'zod/mini';

/**
 * A schema of text that stands on one line of a mail or a page: no control characters and none that
 * reorder the text around them, which could make it read as something else.
 * @param what the text as a noun phrase, for faults: "a name"
 */
export const oneLineText = (what: string, maxChars: number) =>
  z
    .string()
    .check(
      z.maxLength(maxChars, `${what} of at most ${maxChars} characters`),
      z.regex(/^[^\p{Cc}\u2028\u2029\ufffd]*$/u, `${what} on one line, in UTF-8`),
      z.regex(
        /^[^\u202a-\u202e\u2066-\u2069]*$/,
        `${what} without the marks that turn the direction of text (U+202A to U+202E, U+2066 to U+2069)`,
      ),
    );

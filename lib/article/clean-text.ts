/** Control characters other than tab and line feed, and characters that reorder the text around them. */
const UNSAFE = /[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** What was mended in a text, as a noun phrase with its number ("2 control characters"): what was found, for a refused text is not mended. */
export interface CleanText {
  text: string;
  repairs: string[];
}

/**
 * Cleans the text of a page once, before anything is read out of it, so that every later offset
 * refers to the stored body: line ends become `\n`, control and bidirectional control characters
 * (they could reorder a line of the mail) go, half surrogates become U+FFFD, letters are composed
 * (NFC: aliases are compared as code units). Idempotent; a clean text comes back as it was.
 */
export function cleanText(raw: string): CleanText {
  const repairs: string[] = [];
  const lines = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\f\v]/g, '\n');
  const controls = count(lines, UNSAFE);
  if (controls > 0) repairs.push(`${controls} control characters`);
  const visible = lines.replace(UNSAFE, '');
  const surrogates = count(visible, LONE_SURROGATE);
  if (surrogates > 0) repairs.push(`${surrogates} half characters`);
  return { text: visible.replace(LONE_SURROGATE, '\uFFFD').normalize('NFC'), repairs };
}

/** The first character that a stored text must not hold, as "U+0000 at character 12", or null. */
export function unsafeCharacter(text: string): string | null {
  const at = Math.max(text.search(UNSAFE), -1);
  const half = text.search(LONE_SURROGATE);
  const first = [at, half].filter((index) => index >= 0).sort((a, b) => a - b)[0];
  if (first === undefined) return null;
  const code = text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} at character ${first}`;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

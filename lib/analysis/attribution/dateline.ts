/** `OSLO, Jan. 4 (AP) -- `, `BERN, Switzerland (AP) — `, `Paris (Reuters) – `. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}(?:, [\p{L}\d.' ]{2,30}){0,2}(?: \([^()\n]{2,30}\))?|\p{Lu}[\p{L}.,' ]{2,40} \([^()\n]{2,30}\)) ?(?:--|—|–|-) ?/u;
const DATELINE_MAX_CHARS = 110;

/** Length of the dateline at the head of a text, 0 where there is none: place and agency are nobody's words. */
export function datelineLength(text: string): number {
  return DATELINE.exec(text.slice(0, DATELINE_MAX_CHARS))?.[0].length ?? 0;
}

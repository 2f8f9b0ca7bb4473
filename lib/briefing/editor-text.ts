import { linkFault } from './link-fault.ts';
import { printable } from './printable.ts';

/** A note says what a reader must know; an article has its own place. */
export const NOTE_MAX_CHARS = 600;
export const NAME_MAX_CHARS = 120;

/** What looks like an address: a scheme with slashes, or one that runs or sends something without. */
const ADDRESS =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|vbscript|blob|file|mailto|tel):)\S+/giu;

/** Signs that show nothing: joiners, soft hyphens, fillers and the blank of Braille, which hide or fake words. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Why words of an editor may not be printed, or null. Escaping is left to the template, as for all words. */
export function editorTextFault(text: string, maxChars: number): string | null {
  if (text === '') return 'it is empty';
  if (text.length > maxChars) return `it is longer than ${maxChars} characters`;
  if (text !== printable(text))
    return 'it is not one line of plain text without control characters';
  if (UNSEEN.test(text)) return 'it holds signs that nobody sees';
  if (!/\p{L}/u.test(text)) return 'it has no letter';
  return (
    addressesIn(text)
      .map(linkFault)
      .find((fault) => fault !== null) ?? null
  );
}

/** The addresses in a text, without the full stop or bracket that ends the sentence around them. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) =>
    address.replace(/[.,;:!?)\]}'"’”>]+$/u, ''),
  );
}

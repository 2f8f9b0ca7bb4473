import { outletMentioned, outletNamed } from '../outlet.ts';

const COPYRIGHT =
  /(?:©|\(c\)|ⓒ|copyright)\s*(?:©|ⓒ|\(c\)|by|:)?\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:(?:19|20)\d{2}|present))?)?[,:]?\s*(?:by\s+)?([^.,|()<>©\n]{2,60})/i;
const MASTHEAD = /^masthead\s*:\s*(.{2,60})$/im;
const LEGAL_FORM =
  /[\s,]*\b(?:all rights.*|inc|llc|ltd|limited|co|corp(?:oration)?|group|media group|gmbh|plc)\.?$/i;

/** "SEOUL, Jan. 10 (Yonhap) --", "Vienna (Reuters) –", "Seoul, South Korea CNN —" */
const DATELINE_AGENCY =
  /^\p{Lu}[^(\n]{1,60}?(?:\(([\p{L} -]{2,30})\)|\b(CNN|AFP|AP|UPI))\s*(?:--|[–—-])/mu;

/**
 * The outlet a page names: in its copyright line or masthead, at the end of its title, by the domain
 * of its links and addresses, or by a name alone on one of its first lines; then the name `noted` by who
 * saved it; an agency's dateline last.
 */
export function findPublisher(
  page: string,
  foot: string,
  headLines: readonly string[],
  noted: string | null,
): string | null {
  const stated = [COPYRIGHT.exec(foot)?.[1], MASTHEAD.exec(foot)?.[1]].map(
    (name) => name && tidy(name),
  );
  for (const name of stated) {
    const outlet = name ? (outletNamed(name) ?? outletMentioned(name)) : null;
    if (outlet) return outlet.name;
  }
  const known =
    outletMentioned(foot) ??
    headLines
      // "(AFP)" is who took the picture.
      .filter((text) => !/[()[\]]/.test(text))
      .map(outletNamed)
      .find((outlet) => outlet && !outlet.plainWords);
  if (known) return known.name;
  const name = stated.find((text) => text && /^\p{Lu}/u.test(text) && !/\.[a-z]{2,}$/.test(text));
  return name ?? noted ?? agency(page);
}

function agency(page: string): string | null {
  const [, bracketed, bare] = DATELINE_AGENCY.exec(page) ?? [];
  const name = bracketed ?? bare;
  return name ? (outletNamed(name)?.name ?? null) : null;
}

function tidy(name: string): string {
  return name
    .trim()
    .replace(LEGAL_FORM, '')
    .replace(/[\s,:;]+$/, '');
}

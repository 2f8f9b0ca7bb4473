import names from './names.json' with { type: 'json' };

const FAMILY_NAMES = new Set(names.familyNamesFirst);
const DEMONYMS = new Set(names.demonyms);
/** One romanised syllable of a Korean, Chinese or Vietnamese given name. */
const SYLLABLE = String.raw`(?:[bdfghjklmnprstwxyzq]|ch|sh|zh|kk|tt|ng|ph|th|tr|nh)?[aeiouy]{1,4}(?:ng|[nmlkpth])?`;
const GIVEN_NAME = new RegExp(`^${SYLLABLE}(?:${SYLLABLE})?$`, 'u');

const ASCII = /^[\x20-\x7e]*$/;

/** Spelling by which a name is looked up: "Kim Jong-un", "Kim Jong Un" and "Kim Jongun" are one. */
export function nameKey(name: string): string {
  const bare = name.replace(/['’]s$/iu, '');
  if (ASCII.test(bare)) return bare.toLowerCase().replace(/[^a-z0-9]/g, '');
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The short forms under which later mentions may name a person, most likely first: the last name,
 * or the first where it is a Korean, Chinese or Vietnamese family name before such a given name.
 */
export function shortForms(name: string, familyNameFirst?: boolean): string[] {
  const parts = name.split(/\s+/u).filter((part) => !/^(?:jr|sr|ii|iii)\.?$/iu.test(part));
  const [first, last] = [parts[0] ?? name, parts.at(-1) ?? name];
  const isFirst = familyNameFirst ?? hasFamilyNameFirst(parts);
  const forms = isFirst ? [first] : [last];
  // "Jung Pak" may be either way round: the article's own use decides.
  if (isFirst && familyNameFirst === undefined && parts.length === 2 && isFamilyName(last))
    forms.push(last);
  return forms.map(nameKey);
}

/** Whether a word is a demonym or part of a state's name that may stand before a title. */
export function isDemonym(word: string): boolean {
  return DEMONYMS.has(
    word
      .toLowerCase()
      .replace(/['’]s$/u, '')
      .replace(/\.$/u, ''),
  );
}

function hasFamilyNameFirst([first = '', ...given]: string[]): boolean {
  if (given.length === 0 || given.length > 2 || !isFamilyName(first)) return false;
  return given.flatMap((part) => part.split('-')).every((part) => isGivenName(part));
}

function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.has(nameKey(word));
}

function isGivenName(word: string): boolean {
  return word.length <= 12 && GIVEN_NAME.test(nameKey(word));
}

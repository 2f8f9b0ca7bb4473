/** A dictionary form to look for: one to several words, each whole ("resume") or a beginning ("negotiat*"). */
interface Entry {
  label: string;
  words: { text: string; isPrefix: boolean }[];
  /** The first word as it may be written, where capitals matter ("US" is no pronoun, "Moon" no celestial body). */
  casings: string[] | null;
}

/** Compiled word lists, looked up by the first word of an entry. */
export interface Lexicon {
  whole: Map<string, Entry[]>;
  prefix: Map<string, Entry[]>;
  /** Entries that may begin with a word, once looked up: texts repeat their words. */
  looked: Map<string, Entry[]>;
  lemmas: Map<string, string[]>;
}

/** A stretch of words found in the lexicon: how many words it covers, and every label it carries. */
export interface Match {
  length: number;
  labels: string[];
}

/** A word as the lexicon sees it: its spelling, and its possible dictionary forms in lower case. */
export interface Form {
  written: string;
  lemmas: string[];
}

const PREFIX_MIN_CHARS = 3;
const PREFIX_MAX_CHARS = 20;
/** More different words than any article has; beyond it nothing more is remembered. */
const LOOKED_MAX_WORDS = 20_000;

export function emptyLexicon(): Lexicon {
  return { whole: new Map(), prefix: new Map(), looked: new Map(), lemmas: new Map() };
}

/** Adds an entry; `cased` entries match only where the text has their capitals, or is all capitals. */
export function addEntry(lexicon: Lexicon, label: string, entry: string, cased = false): void {
  const words = normalise(entry)
    .split(' ')
    .map((word) =>
      word.endsWith('*')
        ? { text: word.slice(0, -1), isPrefix: true }
        : { text: word, isPrefix: false },
    );
  const first = words[0];
  if (!first) return;
  const casing = cased ? splitWords(entry)[0] : undefined;
  const casings = casing ? [casing, casing.toUpperCase()] : null;
  const index = first.isPrefix ? lexicon.prefix : lexicon.whole;
  const entries = index.get(first.text) ?? [];
  entries.push({ label, words, casings });
  index.set(first.text, entries);
}

/**
 * The longest stretch of words at `at`, of at most `most` words, that the lexicon knows, with the
 * labels of that length.
 */
export function longestMatch(
  lexicon: Lexicon,
  forms: Form[],
  at: number,
  most = Infinity,
): Match | null {
  let length = 0;
  let labels: string[] = [];
  for (const entry of candidates(lexicon, forms[at])) {
    if (entry.words.length < length || entry.words.length > most || !fits(entry, forms, at))
      continue;
    if (entry.words.length > length) labels = [];
    length = entry.words.length;
    labels.push(entry.label);
  }
  return length > 0 ? { length, labels } : null;
}

function candidates(lexicon: Lexicon, form: Form | undefined): Entry[] {
  const word = form?.lemmas[0];
  if (!form || word === undefined) return [];
  const known = lexicon.looked.get(word);
  if (known) return known;
  const found = form.lemmas.flatMap((lemma) => lexicon.whole.get(lemma) ?? []);
  for (let length = PREFIX_MIN_CHARS; length <= Math.min(word.length, PREFIX_MAX_CHARS); length++)
    found.push(...(lexicon.prefix.get(word.slice(0, length)) ?? []));
  if (lexicon.looked.size < LOOKED_MAX_WORDS) lexicon.looked.set(word, found);
  return found;
}

/** Whether a candidate, whose first word is there, is written as it must be and goes on as the text does. */
function fits({ words, casings }: Entry, forms: Form[], at: number): boolean {
  if (casings && !casings.includes(forms[at]?.written ?? '')) return false;
  for (let offset = 1; offset < words.length; offset++) {
    const [word, form] = [words[offset], forms[at + offset]];
    if (!word || !form) return false;
    const { text, isPrefix } = word;
    if (isPrefix ? !form.lemmas[0]?.startsWith(text) : !form.lemmas.includes(text)) return false;
  }
  return true;
}

/** Words of a text in the lexicon's spelling: no dots in abbreviations, hyphens part words. */
function splitWords(text: string): string[] {
  return text.replaceAll('.', '').split(/[\s\-–_]+/u);
}

function normalise(entry: string): string {
  return splitWords(entry.replaceAll('’', "'")).join(' ').toLowerCase();
}

/** The possible dictionary forms of a word in lower case, itself first: "resuming", "resume". */
export function lemmasOf(word: string, lexicon: Lexicon): string[] {
  const known = lexicon.lemmas.get(word);
  if (known) return known;
  const found = findLemmas(word);
  if (lexicon.lemmas.size < LOOKED_MAX_WORDS) lexicon.lemmas.set(word, found);
  return found;
}

/** Short words that no longer one is a form of: "noted" is no "not". */
const UNINFLECTED = new Set(
  'not no on in an at as is it us he so or if of by to up any one who good'.split(' '),
);

function findLemmas(word: string): string[] {
  const found = [word];
  const stem = (suffix: string, ...endings: string[]) => {
    if (!word.endsWith(suffix) || word.length - suffix.length < 2) return;
    const base = word.slice(0, -suffix.length);
    for (const ending of endings) found.push(base + ending);
    if (/([bdglmnprt])\1$/.test(base)) found.push(base.slice(0, -1));
  };
  if (word.endsWith('s') && !word.endsWith('ss')) stem('s', '');
  stem('es', '');
  stem('ies', 'y');
  stem('ed', '', 'e');
  stem('ied', 'y');
  stem('ing', '', 'e');
  return found.filter((form) => form === word || !UNINFLECTED.has(form));
}

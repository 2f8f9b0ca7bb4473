import { lemmasOf, longestMatch, type Form, type Lexicon, type Match } from './lexicon.ts';

/** A word, a mark, or a phrase that the lexicon knows as one, with the classes of its meaning. */
export interface TaggedWord {
  /** Lower case, without possessive ending; phrases with spaces. */
  text: string;
  /** Half-open UTF-16 offsets in the sentence. */
  start: number;
  end: number;
  classes: ReadonlySet<string>;
  /** Whether it begins with a capital letter. */
  isCapital: boolean;
}

interface Token extends Form {
  start: number;
  end: number;
}

/** Words keep inner dots and apostrophes ("U.S", "doesn't"); hyphens part them; marks stand alone. */
const TOKEN = /[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*|[,;:?!()“”"‘’—–―…]|--/gu;
/** Longer sentences are read up to here: bounds the work on a text that is no prose. */
export const WORDS_MAX = 400;

const UNKNOWN: ReadonlySet<string> = new Set();

/** Cuts a sentence into words and labels each with its classes; the longest known phrase wins. */
export function tagWords(sentence: string, lexicon: Lexicon): TaggedWord[] {
  const tokens = tokenise(sentence, lexicon);
  const words: TaggedWord[] = [];
  for (let at = 0; at < tokens.length;) {
    const match = withoutNamesake(matchAt(lexicon, tokens, at), sentence, tokens[at]?.end ?? 0);
    const covered = tokens.slice(at, at + (match?.length ?? 1));
    words.push({
      text: covered.map(({ lemmas }) => lemmas[0]).join(' '),
      start: covered[0]?.start ?? 0,
      end: covered.at(-1)?.end ?? 0,
      classes: match ? new Set(match.labels) : UNKNOWN,
      isCapital: /^\p{Lu}/u.test(covered[0]?.written ?? ''),
    });
    at += covered.length;
  }
  return words;
}

/** "Moon Chung-in": a family name before a given name that no alias has is somebody else's. */
const GIVEN_NAME = /^ \p{Lu}\p{L}{1,7}-\p{L}{1,7}(?!\p{L})/u;
const NAME_MAX_CHARS = 20;

function withoutNamesake(match: Match | null, sentence: string, end: number): Match | null {
  if (match?.length !== 1 || !match.labels.includes('person')) return match;
  return GIVEN_NAME.test(sentence.slice(end, end + NAME_MAX_CHARS)) ? null : match;
}

/** The match at a word, of one word only where a longer match begins within it ("the North" before "North Korean leader"). */
function matchAt(lexicon: Lexicon, tokens: Token[], at: number): Match | null {
  const match = longestMatch(lexicon, tokens, at);
  if (!match || match.length === 1) return match;
  const within = longestMatch(lexicon, tokens, at + 1);
  return within && within.length > match.length ? longestMatch(lexicon, tokens, at, 1) : match;
}

function tokenise(sentence: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (const found of sentence.matchAll(TOKEN)) {
    if (tokens.length === WORDS_MAX) break;
    const written = found[0]
      .replace(/['’]s$/u, '')
      .replaceAll('.', '')
      .replaceAll('’', "'");
    const start = found.index;
    const lemmas = lemmasOf(written.toLowerCase(), lexicon);
    tokens.push({ written, lemmas, start, end: start + found[0].length });
  }
  return tokens;
}

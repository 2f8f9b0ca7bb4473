import { once } from './once.ts';
import { stemOf } from './stem.ts';
import type { TaggedWord } from './tagged-words.ts';

/** Actors count as what they are, so that what is learnt of one negotiation holds for another. */
const ACTORS = ['leader', 'party', 'third', 'person'];
const YEAR = /^(?:19|20)\d\d$/;

/** The words of a sentence as they are weighed: stems, or the kind of actor, name or number. None for marks. */
export const tokensOf = once((words: TaggedWord[]): string[][] =>
  words.map((word, at) => tokensOfWord(word, at === 0)),
);

function tokensOfWord({ text, classes, isCapital }: TaggedWord, isFirst: boolean): string[] {
  const actor = ACTORS.find((name) => classes.has(name));
  if (actor) return [`<${actor}>`];
  if (YEAR.test(text)) return ['<year>'];
  if (/^\d/.test(text)) return ['<number>'];
  if (!/\p{L}/u.test(text)) return [];
  if (isCapital && !isFirst && classes.size === 0) return ['<name>'];
  return text.split(' ').map(stemOf);
}

/** The classes of meaning of each word; who and which topic an actor belongs to is left out. */
export const meaningsOf = once((words: TaggedWord[]): string[][] =>
  words.map(({ classes }) => [...classes].filter((name) => !name.includes(':'))),
);

/** Neighbours, as "a_b". */
export function pairsOf(tokens: string[]): string[] {
  return tokens.slice(1).map((token, at) => `${tokens[at] ?? ''}_${token}`);
}

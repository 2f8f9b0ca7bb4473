import {
  ABUNDANT,
  BETTER,
  FRAIL,
  GROW,
  LESS,
  MEND,
  MORE,
  PARTICLES,
  SHRINK,
  SOUND,
  SPOIL,
  WORSE,
} from './rules/words-of-amounts.ts';

/** What has become of a thing: an amount serves talks as the thing does; better and worse do so by themselves. */
export type Change = 'less' | 'more' | 'better' | 'worse';

/** A change as told by a word, where its phrase begins, and whether it is a verb's. */
export interface Told {
  change: Change;
  /** Position of the first and last word of the phrase. */
  from: number;
  to: number;
  isVerb: boolean;
}

/** The change that a word of a clause tells of, or begins to tell of. */
export function changeAt(texts: string[], at: number): Told | null {
  const [word = '', next = ''] = texts.slice(at, at + 2);
  const particle = PARTICLES.find(([verb, with_]) => verb.test(word) && with_.test(next));
  if (particle) return { change: particle[2], from: at, to: at + 1, isVerb: true };
  const verb = changeOf(word, [SHRINK, GROW, SPOIL, MEND]);
  if (verb) return { change: verb, from: at, to: at, isVerb: true };
  const graded = gradedChange(word, next);
  if (graded) return { change: graded, from: at, to: at + 1, isVerb: false };
  const change = changeOf(word, [LESS, MORE, WORSE, BETTER]);
  return change && { change, from: at, to: at, isVerb: false };
}

function changeOf(word: string, [less, more, worse, better]: RegExp[]): Change | null {
  if (less?.test(word)) return 'less';
  if (more?.test(word)) return 'more';
  if (worse?.test(word)) return 'worse';
  return better?.test(word) ? 'better' : null;
}

/** "more fragile", "less cordial". */
function gradedChange(word: string, next: string): Change | null {
  if (word !== 'more' && word !== 'less') return null;
  if (ABUNDANT.test(next)) return word;
  if (SOUND.test(next)) return word === 'more' ? 'better' : 'worse';
  return FRAIL.test(next) ? (word === 'more' ? 'worse' : 'better') : null;
}

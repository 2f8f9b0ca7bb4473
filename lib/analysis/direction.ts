import type { Direction, Factor } from './analysis.ts';
import type { TaggedWord } from './tagged-words.ts';

export function findDirection(_words: TaggedWord[], _factors: Factor[]): Direction {
  return 'neutral';
}

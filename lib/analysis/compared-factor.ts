import type { Factor } from '#lib/topic/factor.ts';
import { clausesOf } from './clauses.ts';
import { scoreFactors } from './factors.ts';
import { ERA_COMPARISONS } from './rules/era-comparisons.ts';
import type { TaggedWord } from './tagged-words.ts';

/** A comparison made in passing, in a clause of less weight, does not decide what a sentence is about. */
const MAIN_SHARE_MIN = 1;

/**
 * What a sentence compares with an earlier phase by its own words, of the factors it speaks of; null
 * where it compares nothing, or only in passing.
 */
export function comparedFactor(
  sentence: string,
  words: TaggedWord[],
  factors: Factor[],
): Factor | null {
  for (const pattern of ERA_COMPARISONS) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const compared = wordsCompared(words, match.index, match.index + match[0].length);
    if (!compared) continue;
    const scores = scoreFactors(compared);
    const best = scores.find(({ factor }) => factors.includes(factor))?.factor;
    if (best ?? scores.length === 0) return best ?? factors[0] ?? null;
  }
  return null;
}

/** The words from the beginning of the clause in which a stretch begins, to the stretch's end. */
function wordsCompared(words: TaggedWord[], start: number, end: number): TaggedWord[] | null {
  const places = clausesOf(words);
  const at = words.findIndex((word) => word.end > start);
  const place = places[at];
  if (!place || place.share < MAIN_SHARE_MIN) return null;
  return words.filter(
    (word, index) => word.end <= end && (places[index]?.clause === place.clause || index > at),
  );
}

import type { Line } from './briefing.ts';

/** What a line may say beside the words of its evidence. */
export interface AllowedWords {
  /** Fixed wording, era labels, the topic's title. */
  words: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

/** Collects the words and numbers of texts that any line may use, and counts that were worked out. */
export function allowWords(texts: string[], counts: number[]): AllowedWords {
  return {
    words: new Set(texts.flatMap(wordsIn).map((word) => word.toLowerCase())),
    numbers: new Set([...texts.flatMap(numbersIn), ...counts.map(String)]),
  };
}

/**
 * Why a line may not be printed: the first name (a word with a capital) or number in it that neither
 * its evidence nor the allowed words hold. Null where there is none.
 */
export function lineFault({ text, evidence }: Line, allowed: AllowedWords): string | null {
  const shown = evidence.map((slice) => slice.text);
  const evidenceWords = new Set(shown.flatMap(wordsIn));
  const evidenceNumbers = new Set(shown.flatMap(numbersIn));
  const name = wordsIn(text).find(
    (word) =>
      /^\p{Lu}/u.test(word) && !allowed.words.has(word.toLowerCase()) && !evidenceWords.has(word),
  );
  if (name !== undefined) return `the name "${name}" is not in its evidence`;
  const number = numbersIn(text).find(
    (digits) => !allowed.numbers.has(digits) && !evidenceNumbers.has(digits),
  );
  return number === undefined ? null : `the number ${number} is not in its evidence`;
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
}

function numbersIn(text: string): string[] {
  return text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? [];
}

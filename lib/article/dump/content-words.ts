const SHORT_OR_COMMON = new Set(
  'about after again amid and are been before could does for from has have how into its more new not off out over says than that the their this under was were what when where which who why will with would'.split(
    ' ',
  ),
);

/** The words of a text that carry its subject, lower-cased and without endings, each once. */
export function contentWords(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length > 2 && !SHORT_OR_COMMON.has(word))
      .map((word) => (word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word)),
  );
}

/** The share of the first set's words that the second has too; 0 for an empty first set. */
export function shareOf(words: Set<string>, others: Set<string>): number {
  if (words.size === 0) return 0;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / words.size;
}

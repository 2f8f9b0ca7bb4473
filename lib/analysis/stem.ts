const ENDINGS =
  /(?:ization|isation|ational|fulness|ousness|iveness|ations|ation|ments|ment|ingly|edly|ances|ance|ences|ence|ities|ity|ness|ives|ive|ions|ion|ings|ing|ies|ied|ers|er|ors|or|ed|es|ly|al|s|e|y)$/;
const STEM_MIN_CHARS = 4;

/** What a word has in common with its other forms: "negotiations", "negotiating" → "negotiat". */
export function stemOf(word: string): string {
  const ending = ENDINGS.exec(word);
  if (!ending || ending.index < STEM_MIN_CHARS) return word;
  const stem = word.slice(0, ending.index);
  return /([bdglmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

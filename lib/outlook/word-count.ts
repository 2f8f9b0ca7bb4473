/** Character codes of white space; those from TAB to RETURN end lines or columns. */
const [TAB, RETURN, SPACE, NO_BREAK_SPACE] = [9, 13, 32, 160];

/** How many words a text has; a word is what stands between white space. */
export function wordCount(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const isSpace = isWhiteSpace(text, at);
    if (!isSpace && !isInWord) count++;
    isInWord = !isSpace;
  }
  return count;
}

/** As `\s` has it, without a match for each of the letters that make up a text. */
function isWhiteSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < NO_BREAK_SPACE) return code === SPACE || (code >= TAB && code <= RETURN);
  return /\s/.test(text.charAt(at));
}

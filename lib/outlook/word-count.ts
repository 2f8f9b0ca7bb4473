/** Character codes of white space; those from TAB to RETURN end lines or columns. */
const [TAB, RETURN, SPACE, NO_BREAK_SPACE] = [9, 13, 32, 160];

/** Words of a text, as blanks and line ends part them. */
export function wordCount(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code === SPACE || code === NO_BREAK_SPACE || (code >= TAB && code <= RETURN);
    if (!isSpace && !isInWord) count++;
    isInWord = !isSpace;
  }
  return count;
}

/** Columns of the text part: what a reply can quote and still fit into 80. */
export const TEXT_COLUMNS = 72;

/** Scripts whose signs take two columns in a fixed-width font, and their marks (Unicode, UAX #11: wide). */
const WIDE =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/gu;

/** Columns that a text takes in a fixed-width font. */
export function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Breaks a text at spaces into lines of at most `TEXT_COLUMNS`, each after `indent`; a longer word stands alone. */
export function wrapText(text: string, first: string, indent: string): string {
  const lines: string[] = [];
  let line = first;
  let columns = columnsOf(first);
  let empty = true;
  for (const word of text.split(' ')) {
    const width = columnsOf(word);
    if (!empty && columns + 1 + width > TEXT_COLUMNS) {
      lines.push(line);
      line = indent;
      columns = columnsOf(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    columns += empty ? width : width + 1;
    empty = false;
  }
  return [...lines, line].join('\n');
}

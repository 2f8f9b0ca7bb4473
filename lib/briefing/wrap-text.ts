/** Columns of the text part: what a reply can quote and still fit into 80. */
export const TEXT_COLUMNS = 72;

/** Breaks a text at spaces into lines of at most `TEXT_COLUMNS`, each after `indent`; a longer word stands alone. */
export function wrapText(text: string, first: string, indent: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > TEXT_COLUMNS) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

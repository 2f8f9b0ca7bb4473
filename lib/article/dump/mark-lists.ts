import type { KnownLine } from './article-region.ts';
import { countWords } from './line-kind.ts';

const INTRODUCTION_MIN_WORDS = 4;

/**
 * A list that a line announces ("The talks deal with three points:") is part of the text, and so is
 * that line, however short: both become sentences.
 */
export function markLists(lines: readonly KnownLine[]): KnownLine[] {
  let inList = false;
  return lines.map((line, index) => {
    if (introducesList(line, lines[index + 1])) {
      inList = true;
      return line.kind === 'phrase' ? { ...line, kind: 'sentence' } : line;
    }
    inList &&= line.item;
    return inList && line.kind === 'phrase' ? { ...line, kind: 'sentence' } : line;
  });
}

function introducesList(line: KnownLine, next: KnownLine | undefined): boolean {
  const isText = line.kind === 'phrase' || line.kind === 'prose';
  return (
    isText &&
    !line.item &&
    next?.item === true &&
    line.text.endsWith(':') &&
    countWords(line.text) >= INTRODUCTION_MIN_WORDS
  );
}

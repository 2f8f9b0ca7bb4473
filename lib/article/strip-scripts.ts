const ELEMENTS = ['script', 'style'] as const;

/**
 * Takes script and style elements, with what they hold, out of a plain text in which they were left;
 * one without an end goes with the rest of its line. One pass over the text.
 */
export function stripScripts(text: string): { text: string; removed: number } {
  let removed = 0;
  let kept = '';
  let at = 0;
  for (let open = nextOpening(text, 0); open; open = nextOpening(text, at)) {
    kept += text.slice(at, open.index);
    at = endOf(text, open);
    removed++;
  }
  return { text: removed === 0 ? text : kept + text.slice(at), removed };
}

interface Opening {
  name: string;
  index: number;
}

function nextOpening(text: string, from: number): Opening | null {
  const pattern = new RegExp(`<(${ELEMENTS.join('|')})\\b`, 'gi');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match?.[1] ? { name: match[1].toLowerCase(), index: match.index } : null;
}

function endOf(text: string, { name, index }: Opening): number {
  const pattern = new RegExp(`</${name}\\s*>`, 'gi');
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  if (match) return match.index + match[0].length;
  const lineEnd = text.indexOf('\n', index);
  return lineEnd < 0 ? text.length : lineEnd;
}

import type { Line } from '../dump/line.ts';
import { isElement, type PageElement, type PageNode } from './dom.ts';

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Elements whose text nobody reads on the page. */
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS BUTTON SELECT TEXTAREA INPUT VIDEO AUDIO HEAD'.split(
    ' ',
  ),
);

/**
 * The text of an element as a browser lays it out: one line a block or `<br>`, runs of space as one,
 * with what the markup says a line is. Offsets are zero, for there is no text to slice.
 */
export function blockLines(root: PageElement): Line[] {
  const writer = new LineWriter();
  walk(root, writer, { item: false });
  writer.breakLine();
  return writer.lines;
}

interface Place {
  item: boolean;
  markup?: Line['markup'];
}

function walk(node: PageNode, writer: LineWriter, place: Place): void {
  if (node.nodeType === 3) return writer.write(node.nodeValue ?? '', place);
  if (!isElement(node)) return;
  const name = node.tagName.toUpperCase();
  if (UNREAD.has(name) || isHidden(node)) return;
  if (name === 'BR') return writer.breakLine();
  const isBlock = BLOCKS.has(name);
  if (isBlock) writer.breakLine();
  const inside = placeIn(name, place);
  for (const child of node.childNodes) walk(child, writer, inside);
  if (isBlock) writer.breakLine();
}

function placeIn(name: string, place: Place): Place {
  if (name === 'FIGCAPTION' || name === 'FIGURE') return { ...place, markup: 'caption' };
  if (/^H[1-6]$/.test(name)) return { ...place, markup: 'heading' };
  return name === 'LI' ? { ...place, item: true } : place;
}

function isHidden(element: PageElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
  );
}

class LineWriter {
  readonly lines: Line[] = [];
  #text = '';
  #place: Place = { item: false };

  write(text: string, place: Place): void {
    if (!this.#text.trim()) this.#place = place;
    this.#text += text;
  }

  breakLine(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    if (text) this.lines.push({ text, start: 0, end: 0, apart: true, ...this.#place });
  }
}

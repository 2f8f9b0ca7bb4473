import { parseHTML } from 'linkedom';

/** The part of the DOM that is read here; the project is not compiled against a browser's types. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  readonly childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly title: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Elements of one page, and within one another. News pages have up to 10,000, some 40 deep; the extractor's time and stack grow with both. */
const MAX_ELEMENTS = 15_000;
const MAX_DEPTH = 120;
/** Signs that may open a tag, a comment or nothing: the parser's time grows with their square. */
const MAX_OPENING_SIGNS = 4 * MAX_ELEMENTS;

/** Elements of which a page without end tags holds as many as it likes side by side. */
const UNNESTED =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|rect|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}?(\/?)>/gi;

/**
 * Parses a page, or a piece of one, which gets the frame that the parser needs.
 * @throws RangeError where it has too many elements, or too many within one another
 */
export function parsePage(html: string): PageDocument {
  const { elements, depth } = sizeOf(html);
  if (elements > MAX_ELEMENTS)
    throw new RangeError(`${elements} elements, more than ${MAX_ELEMENTS}`);
  if (depth > MAX_DEPTH)
    throw new RangeError(`elements nested ${depth} deep, more than ${MAX_DEPTH}`);
  const signs = html.split('<').length - 1;
  if (signs > MAX_OPENING_SIGNS)
    throw new RangeError(`${signs} signs "<", more than ${MAX_OPENING_SIGNS}`);
  const framed = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as PageDocument;
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

function sizeOf(html: string): { elements: number; depth: number } {
  let elements = 0;
  let open = 0;
  let depth = 0;
  for (const [, close, name = '', closed] of html.matchAll(TAG)) {
    if (!close) elements++;
    if (closed || UNNESTED.test(name)) continue;
    open = close ? Math.max(0, open - 1) : open + 1;
    depth = Math.max(depth, open);
  }
  return { elements, depth };
}

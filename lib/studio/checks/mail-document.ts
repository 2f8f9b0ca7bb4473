import { parseHTML } from 'linkedom';

/** The part of the DOM that checks read; the project is not compiled against a browser's types. */
export interface MailNode {
  readonly nodeType: number;
  readonly textContent: string;
}

export interface MailElement extends MailNode {
  readonly localName: string;
  readonly childNodes: Iterable<MailNode>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<MailElement>;
}

export interface MailDocument {
  readonly body: MailElement;
  querySelectorAll(selector: string): Iterable<MailElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export const isElement = (node: MailNode): node is MailElement => node.nodeType === ELEMENT;
export const isText = (node: MailNode): boolean => node.nodeType === TEXT;

/** Parses the HTML of a mail. Outlook's conditional comments stay comments. */
export function parseMail(html: string): MailDocument {
  const framed = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as MailDocument;
}

/** Runs of white space as one space. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const BLOCK = /^(?:p|div|h[1-6]|td|th|tr|table|li|ul|ol|blockquote|br|hr|dt|dd)$/;

/** What a reader is shown or read aloud, on one line: no hidden preheader, nothing marked as decoration. */
export function visibleText(element: MailElement): string {
  return collapse(textOf(element));
}

function textOf(element: MailElement): string {
  if (isSilent(element)) return '';
  const inner = [...element.childNodes].map((child) =>
    isElement(child) ? textOf(child) : isText(child) ? child.textContent : '',
  );
  return BLOCK.test(element.localName) ? ` ${inner.join('')} ` : inner.join('');
}

function isSilent(element: MailElement): boolean {
  return (
    /^(?:style|script|title|template)$/.test(element.localName) ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/.test(element.getAttribute('style') ?? '')
  );
}

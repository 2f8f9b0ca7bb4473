import type { CheckedMail, Finding, FindingLevel } from './finding.ts';
import { collapse, visibleText, type MailDocument } from './mail-document.ts';

/**
 * Whether the text part tells the same as the HTML: its quotations, numbers and links in both.
 * Line ends, the marks of quoted lines and the numbers of footnotes are the text part's own.
 */
export function checkTextPart(
  { text }: Pick<CheckedMail, 'text'>,
  document: MailDocument,
): Finding[] {
  if (collapse(text) === '') return [];
  const told = unwrapped(text);
  const shown = visibleText(document.body);
  return [
    ...quotationFindings(document, shown, told),
    ...numberFindings(shown, told),
    ...linkFindings(document, text),
  ];
}

/** The text without its line ends, nor the bars or angle brackets of quoted lines. */
const unwrapped = (text: string): string => collapse(text.replace(/^[ \t]*[|>][ \t]/gm, ' '));

function quotationFindings(document: MailDocument, shown: string, told: string): Finding[] {
  const blocks = [...document.querySelectorAll('blockquote')].map(visibleText);
  const marked = [...shown.matchAll(/“[^“”]+”/g)].map(([words]) => words);
  return [...new Set([...blocks, ...marked])]
    .filter((words) => !told.includes(words))
    .map((words) => finding('fault', 'a quotation of the HTML is not in the text part', words));
}

const NUMBER = /\d+(?:[.,:]\d+)*/g;

function numberFindings(shown: string, told: string): Finding[] {
  const inHtml = numbersOf(shown);
  const inText = numbersOf(told);
  const missing = [...inHtml].filter((number) => !inText.has(number));
  // A text part may say in numbers what the HTML draws, so only what it lacks is told.
  if (missing.length === 0) return [];
  return [
    finding('warning', 'numbers of the HTML that the text part does not have', missing.join(' ')),
  ];
}

const numbersOf = (text: string): Set<string> =>
  new Set([...text.matchAll(NUMBER)].map(([number]) => number));

function linkFindings(document: MailDocument, text: string): Finding[] {
  const linked = new Set([...document.querySelectorAll('a[href]')].flatMap(addressOf));
  const printed = new Set(
    [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([url]) => withoutFragment(url)),
  );
  const missing = [...linked].filter((url) => !printed.has(url));
  const unknown = [...printed].filter((url) => !linked.has(url));
  return [
    ...missing.map((url) => finding('warning', 'a link of the HTML is not in the text part', url)),
    ...unknown.map((url) => finding('warning', 'a link of the text part is not in the HTML', url)),
  ];
}

function addressOf(link: { getAttribute(name: string): string | null }): string[] {
  const href = link.getAttribute('href') ?? '';
  return /^https?:/i.test(href) ? [withoutFragment(href)] : [];
}

/** Links to the quoted words (`#:~:text=`) stand in the text part without them. */
const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

function finding(level: FindingLevel, message: string, where: string): Finding {
  return { check: 'text part', level, message, where };
}

import { expect, it } from 'vitest';
import { parseMail } from '#lib/studio/checks/mail-document.ts';
import { checkTextPart } from '#lib/studio/checks/text-part.ts';

const check = (html: string, text: string) =>
  checkTextPart({ text }, parseMail(html)).map(({ level, message, where }) => [
    level,
    message,
    where,
  ]);

it('finds the same told in both, however the text is wrapped and numbered', () => {
  const html =
    '<p>On 16 November</p><blockquote>“The line stays open, whatever they say”</blockquote><a href="https://example.com/a#:~:text=line">The Courier</a>';
  const text =
    'On 16\nNovember\n  | “The line stays open,\n  | whatever they say”\n– The Courier [1]\n[1] https://example.com/a\n';
  expect(check(html, text)).toEqual([]);
});

it('finds a quotation that only the HTML has, in a block or between quotation marks', () => {
  expect(check('<blockquote>We sail.</blockquote>', 'Nothing')).toEqual([
    ['fault', 'a quotation of the HTML is not in the text part', 'We sail.'],
  ]);
  expect(check('<p>She said “never”.</p>', 'She said no.')).toEqual([
    ['fault', 'a quotation of the HTML is not in the text part', '“never”'],
  ]);
});

it('finds numbers that only the HTML has', () => {
  expect(check('<p>5 of 12.5</p>', '5 of a dozen')).toEqual([
    ['warning', 'numbers of the HTML that the text part does not have', '12.5'],
  ]);
});

it('lets numbers pass that are drawn for the eye alone', () => {
  const html = '<p>Five</p><table aria-hidden="true"><tr><td>45</td></tr></table>';
  expect(check(html, 'Five')).toEqual([]);
});

it('finds links that one part has and the other has not', () => {
  const html = '<a href="https://example.com/a">A</a>';
  expect(check(html, 'A https://example.com/b')).toEqual([
    ['warning', 'a link of the HTML is not in the text part', 'https://example.com/a'],
    ['warning', 'a link of the text part is not in the HTML', 'https://example.com/b'],
  ]);
});

it('leaves a missing text part to the check of spam traits', () => {
  expect(check('<p>16</p>', '')).toEqual([]);
});

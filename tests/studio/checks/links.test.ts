import { expect, it } from 'vitest';
import { checkLinks } from '#lib/studio/checks/links.ts';
import { parseMail } from '#lib/studio/checks/mail-document.ts';

const check = (body: string) => checkLinks(parseMail(body));

it.each([
  '<a href="https://example.com/a">words</a>',
  '<a href="mailto:a@example.com">write</a>',
  '<a href="#sources">Sources</a><h2 id="sources">Sources</h2>',
  '<a href="#note%201">Note</a><a name="note 1"></a><a href="https://example.com">x</a>'.replace(
    '<a name="note 1"></a>',
    '<p id="note 1">Note</p>',
  ),
  '<a href="https://example.com"><img src="x.png" alt="the logo"></a>',
  '<a href="http://127.0.0.1:4600/unsubscribe">Unsubscribe</a>',
])('lets %s pass', (body) => {
  expect(check(body)).toEqual([]);
});

it.each([
  ['<a href="https://example.com/a"> </a>', 'fault', 'a link without words'],
  ['<a href="https://example.com"><img src="x.png" alt=""></a>', 'fault', 'a link without words'],
  ['<a>words</a>', 'fault', 'a link that leads nowhere'],
  ['<a href="#">words</a>', 'fault', 'a link that leads nowhere'],
  ['<a href="#gone">words</a>', 'fault', 'nothing in the mail is called #gone'],
  ['<a href="/editions/x">words</a>', 'fault', 'a link without a host'],
  ['<a href="javascript:alert(1)">words</a>', 'fault', 'a link of the kind javascript:'],
  ['<a href="http://example.com/a">words</a>', 'warning', 'a link over http'],
])('finds %s to be a %s', (body, level, message) => {
  expect(check(body)).toMatchObject([{ level, message: expect.stringContaining(message) }]);
});

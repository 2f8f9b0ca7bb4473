import { expect, it } from 'vitest';
import { checkContrast } from '#lib/studio/checks/contrast.ts';
import { parseMail } from '#lib/studio/checks/mail-document.ts';
import { pageOf } from './mail.ts';

const check = (body: string, style = '') => checkContrast(parseMail(pageOf(body, style)));
const inDark = (rules: string) => `@media (prefers-color-scheme: dark) { ${rules} }`;

it('lets dark words on a light ground pass', () => {
  expect(check('<p style="color:#333;background:#fff">words</p>')).toEqual([]);
});

it('finds pale words in either scheme, with the colours and where', () => {
  const findings = check('<p style="color:#999999;background:#ffffff">pale words</p>');
  expect(findings.map(({ message }) => message)).toEqual([
    '#999999 on #ffffff in the light scheme: contrast 2.84, needed 4.5',
    '#999999 on #ffffff in the dark scheme: contrast 2.84, needed 4.5',
  ]);
  expect(findings[0]).toMatchObject({ level: 'fault', where: 'pale words' });
});

it('takes colours from the elements around, from classes and from old attributes', () => {
  expect(
    check('<table bgcolor="#222222"><tr><td class="m">x</td></tr></table>', '.m{color:#444}'),
  ).toHaveLength(2);
  expect(check('<div style="background:#222"><p>x</p></div>', 'body{color:#eee}')).toEqual([]);
});

it('sees the dark scheme by the rules of its media query', () => {
  const style = `p{color:#222;background:#fff} ${inDark('p{background:#111 !important}')}`;
  expect(check('<p>x</p>', style)).toMatchObject([
    { message: '#222222 on #111111 in the dark scheme: contrast 1.18, needed 4.5' },
  ]);
  const mended = `${style} ${inDark('p{color:#eee}')}`;
  expect(check('<p>x</p>', mended)).toEqual([]);
});

it('lets a style attribute win over a rule that is not important', () => {
  const style = 'p{color:#eee} .strong{color:#eee !important}';
  const words = '<p style="color:#222;background:#fff">x</p>';
  expect(check(words, style)).toEqual([]);
  expect(check(words.replace('<p', '<p class="strong"'), style)).toHaveLength(2);
});

it('lets the more specific selector win, and of two alike the later one', () => {
  const words = '<div class="a"><p class="b" style="background:#fff">x</p></div>';
  expect(check(words, '.a .b{color:#222} p{color:#eee}')).toEqual([]);
  expect(check(words, '.b{color:#eee} .b{color:#222}')).toEqual([]);
});

it('asks less of large words and of signs', () => {
  const pale = 'color:#8a8a8a;background:#fff';
  expect(check(`<p style="${pale}">x</p>`)).toHaveLength(2);
  expect(check(`<p style="${pale};font-size:24px">x</p>`)).toEqual([]);
  expect(check(`<h2 style="${pale};font:bold 19px/24px Arial">x</h2>`)).toEqual([]);
  expect(check(`<p style="${pale}">●</p>`)).toEqual([]);
});

it('does not look at what is not displayed', () => {
  expect(check('<div style="display:none;color:#fff;background:#fff">preheader</div>')).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableDeep } from '#lib/briefing/printable.ts';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { anyCharacters } from './hostile.ts';

test('line ends, control characters and marks that turn the direction are gone', () => {
  expect(printable('a\r\nBcc: b\u0000\u202Ec')).toBe('a Bcc: b c');
});

test('a text that names the token of a personal link loses it', () => {
  expect(printable(PLACEHOLDERS.unsubscribeUrl)).not.toContain('parley.invalid');
});

test('ordinary text of any script is left alone', () => {
  const text = '“Café” – 북한과 미국, שלום, 🇰🇷';
  expect(printable(text)).toBe(text);
});

test('cleaning twice is cleaning once, and leaves one line', () => {
  fc.assert(
    fc.property(anyCharacters, (text) => {
      const once = printable(text);
      expect(printable(once)).toBe(once);
      expect(once).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]|\p{Surrogate}/u);
    }),
  );
});

test('texts are cleaned at any depth and other values kept', () => {
  expect(printableDeep({ a: ['x\ny', 1], b: { c: null } })).toEqual({
    a: ['x y', 1],
    b: { c: null },
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableDeep } from '#lib/briefing/printable.ts';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { anyCharacters, tokenLikeText } from './hostile.ts';

test('line ends, control characters and marks that turn the direction are gone', () => {
  expect(printable('a\r\nBcc: b\u0000\u202Ec')).toBe('a Bcc: b c');
});

test('a text that names the token of a personal link loses it', () => {
  expect(printable(PLACEHOLDERS.unsubscribeUrl)).not.toContain('parley.invalid');
});

test('a text that names the host of personal links has it broken for all to see', () => {
  expect(printable('parley.invalid.invalid')).toBe('parley[.]invalid.invalid');
});

test('no text becomes the token of a personal link by being cleaned', () => {
  fc.assert(
    fc.property(tokenLikeText, (text) => {
      const once = printable(text);
      expect(once).not.toMatch(/parley\.invalid/i);
      expect(printable(once)).toBe(once);
    }),
  );
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

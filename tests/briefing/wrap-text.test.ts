import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEXT_COLUMNS, wrapText } from '#lib/briefing/wrap-text.ts';

test('lines break at spaces and later ones are indented', () => {
  expect(wrapText('one '.repeat(20).trim(), '* ', '  ')).toBe(
    `* ${'one '.repeat(17).trim()}\n  one one one`,
  );
});

test('a word longer than a line stands alone and whole', () => {
  const address = `https://news.example/${'a'.repeat(100)}`;
  expect(wrapText(`see ${address} there`, '', '').split('\n')).toEqual(['see', address, 'there']);
});

test('Korean signs take two columns', () => {
  expect(wrapText('가나다라마바사아 '.repeat(5).trim(), '', '').split('\n')).toEqual([
    '가나다라마바사아 가나다라마바사아 가나다라마바사아 가나다라마바사아',
    '가나다라마바사아',
  ]);
});

test('no word is lost, and only a single word exceeds the columns', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,90}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrapText(list.join(' '), '  | ', '  | ').split('\n');
      expect(lines.flatMap((line) => line.slice(4).split(' '))).toEqual(list);
      for (const line of lines)
        expect(line.length <= TEXT_COLUMNS || !line.slice(4).includes(' ')).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTextFragment } from '#lib/briefing/text-fragment.ts';
import { anyCharacters } from './hostile.ts';

const page = 'https://news.example/story';

test('few words are named whole, with comma and hyphen encoded', () => {
  expect(withTextFragment(page, 'Yes, a far-off goal')).toBe(
    `${page}#:~:text=Yes%2C%20a%20far%2Doff%20goal`,
  );
});

test('many words are named by their first and last', () => {
  expect(withTextFragment(page, 'We will keep the line open whatever the hawks say')).toBe(
    `${page}#:~:text=We%20will%20keep,the%20hawks%20say`,
  );
});

test('quotation marks at the edges are left out, since pages set them differently', () => {
  expect(withTextFragment(page, '“Something will happen soon,”')).toBe(
    `${page}#:~:text=Something%20will%20happen%20soon`,
  );
});

test('an address with a fragment keeps it', () => {
  expect(withTextFragment(`${page}#top`, 'soon')).toBe(`${page}#top:~:text=soon`);
});

test('a directive that the address brings gives way to the words', () => {
  expect(withTextFragment(`${page}#:~:text=never`, 'soon')).toBe(`${page}#:~:text=soon`);
  expect(withTextFragment(`${page}#top:~:text=never`, 'soon')).toBe(`${page}#top:~:text=soon`);
});

test('words without a letter leave the address as it is', () => {
  expect(withTextFragment(page, '“”')).toBe(page);
});

test('whatever the words, the address can be parsed and stands in an attribute', () => {
  fc.assert(
    fc.property(anyCharacters, (words) => {
      const url = withTextFragment(page, words);
      expect(URL.canParse(url)).toBe(true);
      expect(url.slice(page.length)).not.toMatch(/[\s"<>]/);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hexOf, parseColour } from '#lib/studio/checks/colour.ts';

const part = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(part, part, part);

it('reads back each colour it writes', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      expect(parseColour(hexOf(colour))).toEqual(colour);
    }),
  );
});

it.each([
  ['#fff', [255, 255, 255]],
  ['RGB(1, 2, 3)', [1, 2, 3]],
  ['white', [255, 255, 255]],
  ['transparent', null],
  ['var(--ink)', null],
])('reads %s', (text, colour) => {
  expect(parseColour(text)).toEqual(colour);
});

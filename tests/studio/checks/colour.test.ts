import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrastRatio, hexOf, parseColour, type Colour } from '#lib/studio/checks/colour.ts';

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

it('measures contrast from 1 to 21, the same both ways', () => {
  const white: Colour = [255, 255, 255];
  expect(contrastRatio(white, [0, 0, 0])).toBeCloseTo(21);
  fc.assert(
    fc.property(colours, colours, (a, b) => {
      expect(contrastRatio(a, b)).toBe(contrastRatio(b, a));
      expect(contrastRatio(a, b)).toBeGreaterThanOrEqual(1);
      expect(contrastRatio(a, a)).toBe(1);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contrastRatio, type Colour } from '#lib/briefing/contrast.ts';

const part = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(part, part, part);

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

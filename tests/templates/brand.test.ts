import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Brand, parseBrand } from '#lib/briefing/brand.ts';

const brand = Brand.parse(JSON.parse(readFileSync('templates/brand.json', 'utf8')));

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['light', 'dark'] as const)(
  'text stands out from the paper in the %s scheme (AA)',
  (scheme) => {
    const { ink, muted, then, now, paper } = brand[scheme];
    for (const colour of [ink, muted, then, now])
      expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(['light', 'dark'] as const)(
  'signs stand out from the scale in the %s scheme',
  (scheme) => {
    const { then, now, ground, rule, paper } = brand[scheme];
    const track = scheme === 'light' ? ground : rule;
    for (const colour of [then, now]) {
      expect(contrast(colour, track)).toBeGreaterThanOrEqual(3);
      expect(contrast(paper, colour)).toBeGreaterThanOrEqual(3);
    }
  },
);

test('a colour by name is refused with its field', () => {
  const parsed = parseBrand({ ...brand, dark: { ...brand.dark, now: 'blue' } }, 'brand.json');
  expect(parsed).toMatchObject({ ok: false, faults: [{ field: 'dark.now', found: '"blue"' }] });
});

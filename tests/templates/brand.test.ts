import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBrand, type Brand } from '#lib/briefing/brand.ts';
import { formatFault } from '#lib/fault.ts';

const brand = JSON.parse(readFileSync('templates/brand.json', 'utf8')) as Brand;
const faultsOf = (data: unknown) => {
  const parsed = parseBrand(data, 'brand.json');
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};

test('the project’s own brand is one', () => {
  expect(faultsOf(brand)).toEqual([]);
});

test('a colour by name is refused with its field', () => {
  const faults = faultsOf({ ...brand, dark: { ...brand.dark, now: 'blue' } });
  expect(faults).toEqual([
    'brand.json: dark.now: expected a colour in six hexadecimal digits, such as #1f4e79, found "blue"',
  ]);
});

test('text that is too pale is refused with field and ratio, in each scheme', () => {
  const light = { ...brand.light, paper: '#ffffff', muted: '#949494' };
  const dark = { ...brand.dark, paper: '#000000', ink: '#333333' };
  expect(faultsOf({ ...brand, light, dark })).toEqual([
    'brand.json: light.muted: expected a contrast of at least 4.5 to light.paper (#ffffff), found #949494, whose contrast is 3.03',
    'brand.json: dark.ink: expected a contrast of at least 4.5 to dark.paper (#000000), found #333333, whose contrast is 1.66',
  ]);
});

test('a sign that vanishes in the likelihood scale is refused', () => {
  const [fault] = faultsOf({ ...brand, light: { ...brand.light, ground: '#8a6020' } });
  expect(fault).toContain('light.then: expected a contrast of at least 3 to light.ground');
});

test('a logo needs an https address and words in its place', () => {
  const logo = { url: 'http://example.com/logo.png', width: 120, height: 32 };
  expect(faultsOf({ ...brand, logo })).toEqual([
    expect.stringContaining('logo.url: expected an https address of an image'),
    expect.stringContaining('logo.alt: expected text'),
  ]);
});

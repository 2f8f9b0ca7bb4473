import type { Colour } from '#lib/briefing/contrast.ts';

const NAMED: Record<string, Colour> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
};

/** Reads `#rgb`, `#rrggbb`, `rgb(…)` and the commonest names; null for anything else, such as `transparent`. */
export function parseColour(text: string): Colour | null {
  const value = text.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short) return colourOf(short.slice(1).map((digit) => parseInt(digit + digit, 16)));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(value);
  if (long) return colourOf(long.slice(1).map((digits) => parseInt(digits, 16)));
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(value);
  if (rgb) return colourOf(rgb.slice(1).map(Number));
  return NAMED[value] ?? null;
}

function colourOf([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return [red, green, blue];
}

/** "#1d1b18" */
export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

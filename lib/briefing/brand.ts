import * as z from 'zod/mini';
import { parseWith, type Fault, type Parsed } from '#lib/fault.ts';
import { contrastRatio, SIGN_CONTRAST, TEXT_CONTRAST, type Colour } from './contrast.ts';

const colour = () =>
  z
    .string()
    .check(z.regex(/^#[0-9a-f]{6}$/i, 'a colour in six hexadecimal digits, such as #1f4e79'));

/** Colours of one scheme. Text colours stand on `paper`; eras differ by word and place as well as by colour. */
const Palette = z.strictObject({
  /** Behind the page, and the page itself. */
  ground: colour(),
  paper: colour(),
  ink: colour(),
  muted: colour(),
  rule: colour(),
  then: colour(),
  now: colour(),
});
type Palette = z.infer<typeof Palette>;

/** Stands in the place of the name; a mail must read as well where images are off. */
const Logo = z.strictObject({
  url: z.string().check(z.regex(/^https:\/\/[^\s<>"]+$/, 'an https address of an image')),
  /** Shown where the image is not: the name. */
  alt: z.string().check(z.minLength(1, 'the words in the place of the image')),
  /** In CSS pixels; the file may have twice as many for sharp screens. */
  width: z.int().check(z.gte(16, 'pixels, from 16 to 320'), z.lte(320, 'pixels, from 16 to 320')),
  height: z.int().check(z.gte(16, 'pixels, from 16 to 80'), z.lte(80, 'pixels, from 16 to 80')),
});

/** What an operator makes of the mail: who sends it and how it looks. One small file, `templates/brand.json`. */
export const Brand = z.strictObject({
  name: z.string().check(z.minLength(1, 'the name of the briefing')),
  /** One line on who sends it. */
  senderLine: z.string().check(z.minLength(1, 'one line on who sends the mail')),
  /** Required by law in each mail (CAN-SPAM, 16 CFR 316.5). */
  postalAddress: z.string().check(z.minLength(1, 'a postal address')),
  logo: z.optional(Logo),
  /** Language of the fixed wording (BCP 47), where it is not to be the topic's: a file of `templates/wording/`. */
  language: z.optional(
    z.string().check(z.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'a language tag such as ko')),
  ),
  light: Palette,
  dark: Palette,
});

export type Brand = z.infer<typeof Brand>;

/** Whether a postal address is the one that ships: the law asks for a real one in each mail. */
export const isExampleAddress = (postalAddress: string): boolean =>
  /\bexample\b/i.test(postalAddress);

/** Checks a brand file, down to the contrast of every pair of colours that a mail sets on each other (WCAG AA). */
export function parseBrand(data: unknown, source: string): Parsed<Brand> {
  const parsed = parseWith(Brand, data, source);
  if (!parsed.ok) return parsed;
  const { light, dark } = parsed.value;
  const faults = [
    ...contrastFaults('light', light, 'ground'),
    ...contrastFaults('dark', dark, 'rule'),
  ].map((fault) => ({ source, ...fault }));
  return faults.length > 0 ? { ok: false, faults } : parsed;
}

/** `track`: the colour of the likelihood scale, on which the signs of an era stand. */
function contrastFaults(
  scheme: 'light' | 'dark',
  palette: Palette,
  track: 'ground' | 'rule',
): Omit<Fault, 'source'>[] {
  const texts = (['ink', 'muted', 'then', 'now'] as const).map((name) => [name, 'paper'] as const);
  const signs = (['then', 'now'] as const).map((name) => [name, track] as const);
  return [...texts, ...signs].flatMap(([name, on]) => {
    const least = on === 'paper' ? TEXT_CONTRAST : SIGN_CONTRAST;
    const ratio = contrastRatio(colourOf(palette[name]), colourOf(palette[on]));
    if (ratio >= least) return [];
    return [
      {
        field: `${scheme}.${name}`,
        expected: `a contrast of at least ${least} to ${scheme}.${on} (${palette[on]})`,
        // Cut, not rounded: 4.49 is not 4.5.
        found: `${palette[name]}, whose contrast is ${Math.floor(ratio * 100) / 100}`,
      },
    ];
  });
}

function colourOf(hex: string): Colour {
  const part = (at: number) => parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

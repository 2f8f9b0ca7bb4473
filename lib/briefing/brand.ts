import * as z from 'zod/mini';
import { parseWith, type Parsed } from '#lib/fault.ts';

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

/** What an operator makes of the mail: who sends it and how it looks. One small file, `templates/brand.json`. */
export const Brand = z.strictObject({
  name: z.string().check(z.minLength(1, 'the name of the briefing')),
  /** One line on who sends it. */
  senderLine: z.string().check(z.minLength(1, 'one line on who sends the mail')),
  /** Required by law in each mail (CAN-SPAM, 16 CFR 316.5). */
  postalAddress: z.string().check(z.minLength(1, 'a postal address')),
  light: Palette,
  dark: Palette,
});

export type Brand = z.infer<typeof Brand>;

/** Checks a brand file. */
export function parseBrand(data: unknown, source: string): Parsed<Brand> {
  return parseWith(Brand, data, source);
}

import * as z from 'zod/mini';
import { printable } from './printable.ts';

/** Text on one line, ready to print: what a template prints needs no other care than escaping. */
export const text = () =>
  z
    .string()
    .check(
      z.refine(
        (value: string) => value === printable(value),
        'one line without control characters',
      ),
    );

/** An address that a reader may follow. */
export const link = () =>
  z.string().check(z.regex(/^https?:\/\/[^\s<>"]+$/i, 'an http or https address'));

/** A link of the footer, of a button, of a list. */
export const LabelledLink = z.strictObject({ label: text(), url: link() });

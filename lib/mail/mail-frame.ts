import * as z from 'zod/mini';
import { Brand } from '#lib/briefing/brand.ts';
import { LabelledLink, text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';

/** What every mail beside the editions shows: who sends it, what it is about, and why it came. */
export const frameFields = {
  language: text(),
  direction: z.enum(['ltr', 'rtl']),
  brand: Brand,
  subject: text(),
  preheader: text(),
  /** Beside the name, or empty. */
  date: text(),
  /** Above the headline: the topic, or the edition. */
  topic: text(),
  headline: text(),
  footer: z.strictObject({ method: text(), why: text(), links: z.array(LabelledLink) }),
};

/** The button of a mail; `hint` stands above the address in full, for where a button does not work. */
export const Action = z.strictObject({ ...LabelledLink.shape, hint: text() });
export type Action = z.infer<typeof Action>;

/** A row of a table: what, and its value. */
export const Row = z.strictObject({ label: text(), value: text() });
export type Row = z.infer<typeof Row>;

interface Frame {
  topic: string;
  why: string;
  links?: { label: string; url: string }[];
}

/** The parts of a frame that are the same in each mail. */
export function frameOf(brand: Brand, wording: Wording, { topic, why, links = [] }: Frame) {
  return {
    language: wording.language,
    direction: wording.direction === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    brand,
    date: '',
    topic,
    footer: { method: '', why, links },
  };
}

export function actionOf(wording: Wording, label: string, url: string): Action {
  return { label, url, hint: say(wording, wording.mails.fallback) };
}

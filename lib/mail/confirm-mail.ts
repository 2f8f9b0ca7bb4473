import * as z from 'zod/mini';
import { templates } from '#templates/confirm';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';
import { Cadence, Instant, TimeZone } from './facts.ts';
import { instantInWords } from './instant-in-words.ts';
import { Action, actionOf, frameFields, frameOf } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/** What a confirmation mail tells. */
const Confirm = z.strictObject({
  topicTitle: z.string(),
  cadence: Cadence,
  /** Opens the page with the one button that confirms. */
  confirmUrl: link(),
  /** Until when the link works. */
  expiresAt: Instant,
  timeZone: TimeZone,
});
export type Confirm = z.infer<typeof Confirm>;

const ConfirmView = z.strictObject({
  ...frameFields,
  paragraphs: z.array(text()),
  action: Action,
  notes: z.array(text()),
});

type ConfirmView = z.infer<typeof ConfirmView>;

/** The mail that asks the owner of an address whether they want the briefing. */
export const confirmMail: MailKind<Confirm, ConfirmView> = {
  name: 'confirm',
  templates,
  facts: Confirm,
  view: ConfirmView,
  toView,
};

function toView(confirm: Confirm, brand: Brand, wording: Wording): ConfirmView {
  const { topicTitle: topic, cadence } = confirm;
  const words = wording.mails.confirm;
  const expires = instantInWords(wording, confirm.expiresAt, confirm.timeZone);
  return {
    ...frameOf(brand, wording, { topic, why: say(wording, words.why, { brand: brand.name }) }),
    subject: say(wording, words.subject, { topic }),
    preheader: say(wording, words.preheader, { expires }),
    headline: words.headline,
    paragraphs: [say(wording, words.request, { topic }), say(wording, words.cadence, { cadence })],
    action: actionOf(wording, words.button, confirm.confirmUrl),
    notes: [say(wording, words.expires, { expires }), words.ignore],
  };
}

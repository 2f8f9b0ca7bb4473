import * as z from 'zod/mini';
import { templates } from '#templates/goodbye';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';
import { Action, actionOf, frameFields, frameOf } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/** What the last mail to a subscriber tells. */
const Goodbye = z.strictObject({
  topicTitle: z.string(),
  /** Opens the page with the one button that subscribes again. */
  undoUrl: link(),
});
export type Goodbye = z.infer<typeof Goodbye>;

const GoodbyeView = z.strictObject({
  ...frameFields,
  paragraphs: z.array(text()),
  action: Action,
  notes: z.array(text()),
});

type GoodbyeView = z.infer<typeof GoodbyeView>;

/** The mail that confirms that an address was unsubscribed. */
export const goodbyeMail: MailKind<Goodbye, GoodbyeView> = {
  name: 'goodbye',
  templates,
  facts: Goodbye,
  view: GoodbyeView,
  toView,
};

function toView(goodbye: Goodbye, brand: Brand, wording: Wording): GoodbyeView {
  const { topicTitle: topic, undoUrl } = goodbye;
  const words = wording.mails.goodbye;
  return {
    ...frameOf(brand, wording, { topic, why: words.why }),
    subject: say(wording, words.subject, { topic }),
    preheader: words.preheader,
    headline: words.headline,
    paragraphs: [say(wording, words.done, { topic }), words.undo],
    action: actionOf(wording, words.button, undoUrl),
    notes: [words.kept],
  };
}

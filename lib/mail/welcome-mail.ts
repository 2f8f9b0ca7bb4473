import * as z from 'zod/mini';
import { templates } from '#templates/welcome';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { eraInWords, say, slotInWords, type Wording } from '#lib/briefing/wording.ts';
import { Cadence, Day, Eras } from './facts.ts';
import { Action, actionOf, frameFields, frameOf } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';
import { ownLinkFields, ownLinks } from './own-links.ts';

/** What a welcome mail tells. */
const Welcome = z.strictObject({
  ...ownLinkFields,
  eras: Eras,
  cadence: Cadence,
  /** When the next edition is due, or null where none is scheduled. */
  nextSlot: z.nullable(Day),
  /** The latest edition, or null before the first. */
  latest: z.nullable(
    z.strictObject({ subject: z.string(), preheader: z.string(), viewUrl: link() }),
  ),
});
export type Welcome = z.infer<typeof Welcome>;

const WelcomeView = z.strictObject({
  ...frameFields,
  paragraphs: z.array(text()),
  latest: z.nullable(
    z.strictObject({ heading: text(), subject: text(), preheader: text(), action: Action }),
  ),
});

type WelcomeView = z.infer<typeof WelcomeView>;

/** The first mail after an address was confirmed. */
export const welcomeMail: MailKind<Welcome, WelcomeView> = {
  name: 'welcome',
  templates,
  facts: Welcome,
  view: WelcomeView,
  toView,
};

function toView(welcome: Welcome, brand: Brand, wording: Wording): WelcomeView {
  const { topicTitle: topic, cadence, eras, nextSlot } = welcome;
  const words = wording.mails.welcome;
  const next = nextSlot === null ? 'none' : slotInWords(wording, nextSlot);
  const labels = { then: eraInWords(wording, eras.then), now: eraInWords(wording, eras.now) };
  return {
    ...frameOf(brand, wording, ownLinks(welcome, wording)),
    subject: say(wording, words.subject, { topic }),
    preheader: say(wording, words.preheader, { next }),
    headline: words.headline,
    paragraphs: [
      say(wording, words.cadence, { cadence, topic }),
      say(wording, words.method, labels),
      ...(nextSlot === null ? [] : [say(wording, words.next, { next })]),
    ],
    latest: latestOf(welcome, wording),
  };
}

function latestOf({ latest }: Welcome, wording: Wording): WelcomeView['latest'] {
  if (latest === null) return null;
  const { subject, preheader, viewUrl } = latest;
  const action = actionOf(wording, wording.mails.welcome.button, viewUrl);
  return { heading: wording.mails.latest, subject, preheader, action };
}

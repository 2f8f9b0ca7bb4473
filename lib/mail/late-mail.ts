import * as z from 'zod/mini';
import { templates } from '#templates/late';
import type { Brand } from '#lib/briefing/brand.ts';
import { text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';
import { Day, Instant, TimeZone } from './facts.ts';
import { instantInWords } from './instant-in-words.ts';
import { frameFields, frameOf, Row } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/** What an operator must know of an edition that is not sent, because its sending did not begin in time. */
const Late = z.strictObject({
  editionId: z.string(),
  topicTitle: z.string(),
  /** The scheduled local date. */
  slot: Day,
  dueAt: Instant,
  /** When its sending should have begun at the latest. */
  startBy: Instant,
  timeZone: TimeZone,
  why: z.enum(['uncomposed', 'unbegun', 'unapproved']),
  /** Sends it all the same. */
  command: z.string(),
});
export type Late = z.infer<typeof Late>;

const LateView = z.strictObject({
  ...frameFields,
  intro: text(),
  rows: z.array(Row),
  notes: z.array(text()),
});
type LateView = z.infer<typeof LateView>;

/** The mail that tells an operator that an edition was not sent, because it is too late. */
export const lateMail: MailKind<Late, LateView> = {
  name: 'late',
  templates,
  facts: Late,
  view: LateView,
  toView,
};

function toView(late: Late, brand: Brand, wording: Wording): LateView {
  const { editionId, topicTitle: topic, slot, timeZone, command } = late;
  const words = wording.mails.late;
  const due = instantInWords(wording, late.dueAt, timeZone);
  const startBy = instantInWords(wording, late.startBy, timeZone);
  const why = say(wording, wording.mails.operator, { brand: brand.name });
  return {
    ...frameOf(brand, wording, { topic, why }),
    subject: say(wording, words.subject, { topic, slot }),
    preheader: say(wording, words.preheader, { due }),
    headline: words.headline,
    intro: words.intro,
    rows: [
      { label: words.edition, value: editionId },
      { label: words.due, value: due },
      { label: words.startBy, value: startBy },
      { label: words.why, value: words.reasons[late.why] },
    ],
    notes: [say(wording, words.command, { command })],
  };
}

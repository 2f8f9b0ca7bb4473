import * as z from 'zod/mini';
import { templates } from '#templates/notice';
import type { Brand } from '#lib/briefing/brand.ts';
import { link, text } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';
import { Instant, TimeZone } from './facts.ts';
import { instantInWords } from './instant-in-words.ts';
import { Action, actionOf, frameFields, frameOf } from './mail-frame.ts';
import type { MailKind } from './mail-kind.ts';

/**
 * What a notice is about. subscribed: somebody asked for the topic at an address that has it. ownData: the
 * link to own data. enterAddress: the link to where a new address is entered. newAddress: to the new address, to confirm
 * it. moved: to the old one, that mails go elsewhere.
 */
export const NOTICES = ['subscribed', 'ownData', 'enterAddress', 'newAddress', 'moved'] as const;

const Notice = z.strictObject({
  about: z.enum(NOTICES),
  topicTitle: z.string(),
  /** What the button opens, and until when it works; null: there is none, it works for good. */
  url: z.nullable(link()),
  expiresAt: z.nullable(Instant),
  timeZone: TimeZone,
});
export type Notice = z.infer<typeof Notice>;

const NoticeView = z.strictObject({
  ...frameFields,
  paragraphs: z.array(text()),
  /** A list, so that a mail may have none. */
  actions: z.array(z.strictObject({ action: Action })),
  notes: z.array(text()),
});

type NoticeView = z.infer<typeof NoticeView>;

/** A short mail about somebody's own subscription. */
export const noticeMail: MailKind<Notice, NoticeView> = {
  name: 'notice',
  templates,
  facts: Notice,
  view: NoticeView,
  toView,
};

function toView(notice: Notice, brand: Brand, wording: Wording): NoticeView {
  const { about, topicTitle: topic, url, expiresAt, timeZone } = notice;
  const { expires: expiry, ...notices } = wording.mails.notice;
  const words = notices[about];
  const expires = expiresAt === null ? null : instantInWords(wording, expiresAt, timeZone);
  return {
    ...frameOf(brand, wording, { topic, why: say(wording, words.why, { brand: brand.name }) }),
    subject: say(wording, words.subject, { topic }),
    preheader: say(wording, words.preheader, { topic }),
    headline: words.headline,
    paragraphs: [say(wording, words.text, { topic })],
    actions: url === null ? [] : [{ action: actionOf(wording, words.button, url) }],
    notes: [...(expires === null ? [] : [say(wording, expiry, { expires })]), words.notYou],
  };
}

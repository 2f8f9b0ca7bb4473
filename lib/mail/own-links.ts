import * as z from 'zod/mini';
import { link } from '#lib/briefing/view-fields.ts';
import { say, type Wording } from '#lib/briefing/wording.ts';

/** A reader's own links, signed for them, in the footer of a mail to a subscriber. */
export const ownLinkFields = {
  topicTitle: z.string(),
  /** Null where there is no such page. */
  preferencesUrl: z.nullable(link()),
  unsubscribeUrl: link(),
};

type OwnLinks = z.infer<z.ZodMiniObject<typeof ownLinkFields>>;

/** Why a subscriber gets a mail, and how they change or end that. */
export function ownLinks(
  { topicTitle: topic, preferencesUrl, unsubscribeUrl }: OwnLinks,
  wording: Wording,
) {
  const { why, preferences, unsubscribe } = wording.mails;
  return {
    topic,
    why: say(wording, why, { topic }),
    links: [
      { label: unsubscribe, url: unsubscribeUrl },
      ...(preferencesUrl === null ? [] : [{ label: preferences, url: preferencesUrl }]),
    ],
  };
}

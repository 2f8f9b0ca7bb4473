import { say, type Wording } from '#lib/briefing/wording.ts';

/** A mail names so many; the rest are in the edition's record. */
const SHOWN_MAX = 5;

/** The first items of a list, and how many more there are; empty where there are none. */
export function cutList(items: string[], wording: Wording): { items: string[]; more: string } {
  const count = items.length - SHOWN_MAX;
  return {
    items: items.slice(0, SHOWN_MAX),
    more: count > 0 ? say(wording, wording.mails.approval.more, { count }) : '',
  };
}

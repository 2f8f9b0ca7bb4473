import * as z from 'zod/mini';
import { isTimeZone } from '#lib/is-time-zone.ts';

/** How often a subscriber is mailed: each edition, or the first of a calendar month that reaches them. */
export const CADENCES = ['every', 'monthly'] as const;
export type Cadence = (typeof CADENCES)[number];

const ZONE_MAX_CHARS = 64;

/** What a subscriber chooses. */
export const Settings = z.object({
  cadence: z.enum(CADENCES),
  /** IANA name: by this clock the mails tell times, and a pause ends. */
  timeZone: z
    .string()
    .check(
      z.maxLength(ZONE_MAX_CHARS, 'an IANA time zone'),
      z.refine(isTimeZone, 'an IANA time zone such as Asia/Seoul'),
    ),
  /** BCP 47, of the mails beside the editions. */
  language: z.string(),
  /** The first local date on which editions come again, or null. */
  pausedUntil: z.nullable(z.iso.date()),
});
export type Settings = z.infer<typeof Settings>;

/** What holds for who never chose: an imported address. */
export const DEFAULT_SETTINGS: Settings = {
  cadence: 'every',
  timeZone: 'UTC',
  language: 'en',
  pausedUntil: null,
};

/** The settings of a subscriber, chosen or not. */
export function settingsOf({ settings }: { settings?: Settings | undefined }): Settings {
  return settings ?? DEFAULT_SETTINGS;
}

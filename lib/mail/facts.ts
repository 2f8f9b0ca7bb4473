import * as z from 'zod/mini';
import { isTimeZone } from '#lib/is-time-zone.ts';

/** How often a subscriber is mailed: each edition, or one a month. */
export const Cadence = z.enum(['every', 'monthly']);

/** An ISO instant such as 2026-11-24T09:00:00Z. */
export const Instant = z.iso.datetime({ message: 'an ISO instant such as 2026-11-24T09:00:00Z' });

/** An ISO date such as 2026-11-24. */
export const Day = z.iso.date('an ISO date such as 2026-11-24');

/** An IANA time zone, by which instants are told. */
export const TimeZone = z.string().check(z.refine(isTimeZone, 'an IANA time zone'));

/** Labels of the eras, as in the topic. */
export const Eras = z.strictObject({ then: z.string(), now: z.string() });

/** A number of things. */
export const Count = z.int().check(z.gte(0, 'a number from 0 on'));

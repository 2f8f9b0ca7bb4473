import * as z from 'zod/mini';
import { oneLineText } from '#lib/one-line-text.ts';
import { FACTORS } from './factor.ts';

const TITLE_MAX_CHARS = 200;
/** Within the same day, as readers see it. */
const DEFAULT_LATEST_START_HOURS = 12;
const LATEST_START_MAX_HOURS = 168;

const date = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2020-01-01'));
const words = () => z.array(z.string().check(z.minLength(1)));

const Era = z
  .strictObject({ label: z.string(), from: date(), to: date() })
  .check(z.describe('A date range with a label ("2020"); both days belong to it.'));

const Actor = z.strictObject({
  id: z.string().check(z.describe('Used once in the topic.')),
  kind: z.enum(['state', 'person', 'organisation', 'outlet']),
  name: z.string(),
  aliases: z
    ._default(words(), [])
    .check(
      z.describe(
        'Other ways in which texts name it; for persons, given and family names in every spelling met.',
      ),
    ),
  demonyms: z
    .optional(words())
    .check(
      z.describe('Adjectives ("North Korean"); a demonym never stands for the state as a speaker.'),
    ),
  party: z
    .optional(z.string())
    .check(z.describe('Id of the party to the talks it belongs to; absent for third parties.')),
  role: z
    .optional(z.string())
    .check(
      z.describe(
        'For persons: "leader" negotiates for the party; others advise, speak or comment.',
      ),
    ),
  familyNameFirst: z
    .optional(z.boolean())
    .check(z.describe('For persons: the family name comes first (Kim Jong-un).')),
  pronoun: z
    .optional(z.enum(['he', 'she']))
    .check(
      z.describe(
        'For persons: the pronoun that texts use, so that "she said" never falls to a man.',
      ),
    ),
});

const Schedule = z.strictObject({
  days: z.array(
    z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  ),
  time: z
    .string()
    .check(
      z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 07:00'),
      z.describe('Time of day in its zone.'),
    ),
  timeZone: z.string().check(z.describe('IANA time zone such as Asia/Seoul.')),
  // A digest in the middle of the night, or a week late out of a restored backup, is worse than none.
  latestStartHours: z._default(
    z
      .number()
      .check(
        z.gt(0, 'a number of hours above 0'),
        z.lte(LATEST_START_MAX_HOURS, `at most ${LATEST_START_MAX_HOURS} hours, a week`),
        z.describe(
          'Hours after that time within which the sending must begin; later no schedule, retry or replay begins it, only a person.',
        ),
      ),
    DEFAULT_LATEST_START_HOURS,
  ),
});

/**
 * A negotiation that is followed. Data, not code: another negotiation is another file. `parley schema topic` prints
 * the descriptions.
 */
export const Topic = z.strictObject({
  schemaVersion: z.literal(1).check(z.describe('Version of this format.')),
  id: z
    .string()
    .check(
      z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens'),
      z.describe('Also the name of its file, without .json.'),
    ),
  title: oneLineText('a title', TITLE_MAX_CHARS).check(
    z.minLength(1),
    z.describe('As in "US–North Korea talks".'),
  ),
  description: z
    ._default(z.string(), '')
    .check(z.describe('One sentence on what the digest follows.')),
  language: z._default(z.string(), 'en').check(z.describe('BCP 47.')),
  eras: z
    .strictObject({ then: Era, now: Era })
    .check(z.describe('The two times that are compared; the first ends before the second begins.')),
  parties: z
    .array(z.string())
    .check(
      z.minLength(2, 'at least two parties'),
      z.describe('The sides of the negotiation, as ids of actors.'),
    ),
  actors: z
    .array(Actor)
    .check(z.describe('Who and what acts in the negotiation, and those who speak of it.')),
  sideNegotiations: z
    ._default(
      z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          words: words().check(
            z.describe(
              'Words that name it ("inter-Korean"), and its actors that are no party to the main talks.',
            ),
          ),
          parties: z
            .optional(z.array(z.string()))
            .check(
              z.describe(
                'The parties to the main talks that take part in it; a sentence that names another is about the main talks.',
              ),
            ),
        }),
      ),
      [],
    )
    .check(z.describe('Neighbouring negotiations that are an axis of their own (inter-Korean).')),
  factorWords: z
    ._default(z.partialRecord(z.enum(FACTORS), words()), {})
    .check(
      z.describe('Words of this topic that speak of a factor, beside the concept-wide rules.'),
    ),
  schedule: Schedule.check(
    z.describe('When the digest is due: weekdays and wall-clock time in an IANA time zone.'),
  ),
  whenNothingNew: z
    ._default(z.enum(['send', 'skip']), 'send')
    .check(
      z.describe(
        'A digest with nothing new since the last edition: send it as "no change", or skip it.',
      ),
    ),
  approval: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'Whether a person has to approve each edition before it is sent; the operator is asked by mail.',
      ),
    ),
});

export type Topic = z.infer<typeof Topic>;
export type Actor = z.infer<typeof Actor>;
export type Schedule = z.infer<typeof Schedule>;

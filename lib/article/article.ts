import * as z from 'zod/mini';

/**
 * One news article, in schema.org `NewsArticle` terms. Unknown fields are kept, so that a newer
 * writer's articles pass through an older reader unharmed. `parley schema article` prints the descriptions.
 */
export const Article = z.looseObject({
  schemaVersion: z.literal(1).check(z.describe('Version of this format.')),
  id: z
    .string()
    .check(
      z.regex(/^[a-z0-9][a-z0-9-]{0,119}$/, 'lower-case letters, digits and hyphens, at most 120'),
      z.describe('Names the article: one id, one article.'),
    ),
  headline: z
    .string()
    .check(z.minLength(1, 'a headline of at least one character'), z.describe('The headline.')),
  author: z
    .array(z.looseObject({ name: z.string().check(z.describe('Name as it is printed.')) }))
    .check(z.describe('Who wrote it, in the order of the page; empty where nobody is named.')),
  publisher: z
    .looseObject({ name: z.string().check(z.minLength(1, 'the name of the outlet')) })
    .check(z.describe('The outlet.')),
  url: z
    .nullable(z.string().check(z.regex(/^https?:\/\//i, 'an http or https address')))
    .check(z.describe('Address of the original (http or https), or null where none is known.')),
  inLanguage: z.string().check(z.describe('Language of the body as a BCP 47 tag, such as en.')),
  datePublished: z
    .string()
    .check(
      z.regex(
        /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
        'an ISO date such as 2020-05-05, or an instant with offset',
      ),
      z.describe('ISO date, or ISO instant with offset. Without one an article is quarantined.'),
    ),
  datePublishedInferred: z.optional(
    z
      .looseObject({
        value: z.string(),
        precision: z.enum(['day', 'month', 'year']),
        earliest: z.string(),
        latest: z.string(),
        method: z.string(),
        evidence: z.string().check(z.describe('The words of the page that the date rests on.')),
      })
      .check(
        z.describe('Where the date was not stated but worked out; it is then shown as inferred.'),
      ),
  ),
  dateModified: z
    .optional(z.nullable(z.string()))
    .check(z.describe('ISO date or instant of the last correction.')),
  topics: z.array(z.string()).check(z.describe('Ids of the topics that it is filed under.')),
  bodyKind: z
    .enum(['full', 'summary'])
    .check(
      z.describe('full: the outlet’s own text. summary: written about it, with its source named.'),
    ),
  isBasedOn: z
    .optional(z.array(z.looseObject({ publisher: z.string() })))
    .check(
      z.describe('Other outlets on whose reporting it rests; their quotations are second-hand.'),
    ),
  articleBody: z
    .string()
    .check(
      z.minLength(1, 'a body of at least one character'),
      z.describe(
        'The paragraphs, with one blank line between; plain text, and nothing else of the page.',
      ),
    ),
  alternativeHeadline: z
    .optional(z.string())
    .check(z.describe('The line or lines under the headline.')),
  subheadings: z
    .optional(z.array(z.looseObject({ text: z.string(), beforeParagraph: z.number() })))
    .check(z.describe('Each with the index of the paragraph of the body that it stands before.')),
  captions: z.optional(z.array(z.string())).check(z.describe('Of pictures, each once.')),
  rights: z
    .optional(z.string())
    .check(z.describe('Whose the text is, and what may be done with it.')),
});

export type Article = z.infer<typeof Article>;

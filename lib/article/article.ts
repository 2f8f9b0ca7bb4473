import * as z from 'zod/mini';

/**
 * One news article, in schema.org `NewsArticle` terms. Unknown fields are kept, so that a newer
 * writer's articles pass through an older reader unharmed.
 */
export const Article = z.looseObject({
  schemaVersion: z.literal(1),
  id: z
    .string()
    .check(
      z.regex(/^[a-z0-9][a-z0-9-]{0,119}$/, 'lower-case letters, digits and hyphens, at most 120'),
    ),
  headline: z.string().check(z.minLength(1, 'a headline of at least one character')),
  author: z.array(z.looseObject({ name: z.string() })),
  publisher: z.looseObject({ name: z.string().check(z.minLength(1, 'the name of the outlet')) }),
  /** Address of the original (http or https), or null where none is known. */
  url: z.nullable(z.string().check(z.regex(/^https?:\/\//i, 'an http or https address'))),
  inLanguage: z.string(),
  /** ISO date, or ISO instant with offset. Always set: an article without a date stands in quarantine. */
  datePublished: z
    .string()
    .check(
      z.regex(
        /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
        'an ISO date such as 2020-05-05, or an instant with offset',
      ),
    ),
  /** Present where the date was not stated but worked out; it is then shown as inferred. */
  datePublishedInferred: z.optional(
    z.looseObject({
      value: z.string(),
      precision: z.enum(['day', 'month', 'year']),
      earliest: z.string(),
      latest: z.string(),
      method: z.string(),
      /** The words of the page that the date rests on. */
      evidence: z.string(),
    }),
  ),
  dateModified: z.optional(z.nullable(z.string())),
  topics: z.array(z.string()),
  /** `full`: the outlet's own text. `summary`: written about it, for this project. */
  bodyKind: z.enum(['full', 'summary']),
  isBasedOn: z.optional(z.array(z.looseObject({ publisher: z.string() }))),
  /** The paragraphs of the body, separated by one blank line; nothing else of the page. */
  articleBody: z.string().check(z.minLength(1, 'a body of at least one character')),
  /** The line or lines under the headline. */
  alternativeHeadline: z.optional(z.string()),
  /** Sub-headings, each with the index of the body's paragraph that it stands before. */
  subheadings: z.optional(
    z.array(z.looseObject({ text: z.string(), beforeParagraph: z.number() })),
  ),
  /** Captions of pictures, each once. */
  captions: z.optional(z.array(z.string())),
  rights: z.optional(z.string()),
});

export type Article = z.infer<typeof Article>;

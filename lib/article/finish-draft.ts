import type { Fault, Parsed } from '#lib/fault.ts';
import type { ArticleDraft } from './article-draft.ts';
import { articleId } from './article-id.ts';
import type { Article } from './article.ts';
import { basedOn } from './based-on.ts';
import { publicationDate } from './date/publication-date.ts';
import { settleFigures, toIso } from './date/stated-date.ts';
import { languageOf } from './language-of.ts';
import { BODY_MIN_LETTERS } from './limits.ts';
import { outletNamed, outletOf } from './outlet.ts';
import { parseArticle } from './parse-article.ts';

/** What an input cannot say of itself. */
export interface ReadContext {
  /** Ids of the topics under which the articles are filed. */
  topicIds: string[];
  /** Where given, later publication dates are faults and inferred ones end here. */
  now?: Date;
  /** What the person who brings the input knows of it; it counts only where the input itself is silent. */
  given?: Given;
}

export interface Given {
  publisher?: string | undefined;
  /** An http or https address. */
  url?: string | undefined;
  /** ISO day. */
  date?: string | undefined;
}

/**
 * Settles what a page left open (outlet, date, language, id) and checks the result as article JSON.
 * Everything that is missing is a fault of its own.
 */
export function finishDraft(
  draft: ArticleDraft,
  source: string,
  context: ReadContext,
): Parsed<Article> {
  const { article, missing } = stand(draft, source, context);
  return missing.length > 0
    ? { ok: false, faults: missing }
    : parseArticle(article, source, context.now);
}

/** The article with what is missing left as empty text, and a fault for each such field. */
export function stand(
  page: ArticleDraft,
  source: string,
  { topicIds, now, given = {} }: ReadContext,
): { article: Article; missing: Fault[] } {
  const draft = {
    ...page,
    publisher: page.publisher ?? given.publisher ?? null,
    url: page.url ?? given.url ?? null,
  };
  const publisher = publisherOf(draft);
  const timeZone = (outletOf(draft.url) ?? outletNamed(publisher))?.timeZone ?? null;
  const date = publicationDate(draft, { timeZone, source, now, given: given.date });
  const headline = draft.headline ?? '';
  const datePublished = date?.datePublished ?? '';
  const articleBody = draft.paragraphs.join('\n\n');
  const based = basedOn(draft.paragraphs, publisher);
  const article: Article = {
    schemaVersion: 1,
    id: articleId(publisher || 'unknown', datePublished || 'undated', headline || 'untitled'),
    headline,
    ...(draft.alternativeHeadline ? { alternativeHeadline: draft.alternativeHeadline } : {}),
    author: draft.authors.map((name) => ({ name })),
    publisher: { name: publisher },
    url: draft.url,
    inLanguage: draft.inLanguage ?? languageOf(articleBody),
    datePublished,
    ...(date?.inferred ? { datePublishedInferred: { ...date.inferred } } : {}),
    dateModified: draft.modified ? toIso(settleFigures(draft.modified, timeZone), timeZone) : null,
    topics: topicIds,
    bodyKind: 'full',
    ...(based.length > 0 ? { isBasedOn: based } : {}),
    articleBody,
    ...(draft.subheadings.length > 0 ? { subheadings: draft.subheadings } : {}),
    ...(draft.captions.length > 0 ? { captions: draft.captions } : {}),
  };
  return { article, missing: missingFaults(article, source) };
}

/** The outlet of the address is sure; the page's own word for itself comes next, the bare host last. */
function publisherOf({ url, publisher }: ArticleDraft): string {
  const known = outletOf(url) ?? (publisher ? outletNamed(publisher) : null);
  return known?.name ?? publisher ?? (url ? new URL(url).hostname.replace(/^www\./, '') : '');
}

function missingFaults(article: Article, source: string): Fault[] {
  const letters = article.articleBody.match(/\p{L}/gu)?.length ?? 0;
  const expectations: [string, boolean, string][] = [
    ['headline', article.headline === '', 'a headline above the text'],
    [
      'publisher.name',
      article.publisher.name === '',
      'the name of the outlet on the page, or its address; give it with --publisher',
    ],
    [
      'datePublished',
      article.datePublished === '',
      'a publication date on the page or words that date it; give it with --date',
    ],
    ['articleBody', letters < BODY_MIN_LETTERS, `a text of at least ${BODY_MIN_LETTERS} letters`],
  ];
  return expectations
    .filter(([, isMissing]) => isMissing)
    .map(([field, , expected]) => ({ source, field, expected }));
}

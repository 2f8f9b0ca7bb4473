import type { Article } from './article.ts';
import type { StatedDate } from './date/stated-date.ts';

/** A sub-heading and the paragraph it stands before (index in the body's paragraphs). */
export type Subheading = NonNullable<Article['subheadings']>[number];

/** What a page says of its article, before dates and names are settled. Null: the page does not say. */
export interface ArticleDraft {
  headline: string | null;
  /** The line or lines under the headline. */
  alternativeHeadline: string | null;
  authors: string[];
  /** The outlet as the page names it. */
  publisher: string | null;
  url: string | null;
  /** BCP 47. */
  inLanguage: string | null;
  published: StatedDate | null;
  modified: StatedDate | null;
  /** A complete date near the headline that the page does not call its publication date. */
  unlabelledDate: StatedDate | null;
  /** Verbatim, without sub-headings, captions and what is not the article. */
  paragraphs: string[];
  subheadings: Subheading[];
  captions: string[];
}

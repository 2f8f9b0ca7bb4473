import type { Article } from '#lib/article/article.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Analysis } from './analysis.ts';
import { annotateSentences } from './annotate-sentences.ts';
import { findAttributions } from './attribution/attributions.ts';
import { splitParagraphs } from './paragraphs.ts';
import { splitSentences } from './sentences.ts';

/** Part of the key under which analyses are kept: raise it with every change of what is found. */
export const ENGINE_VERSION = '9';

/** What one article says, who says it and what it means for the talks. Pure, linear in the body's length. */
export function analyse(article: Article, topic: Topic): Analysis {
  const body = article.articleBody;
  const paragraphs = splitParagraphs(body);
  const drafts = splitSentences(body, paragraphs);
  return {
    articleId: article.id,
    paragraphs,
    sentences: annotateSentences(drafts, body, topic),
    ...findAttributions(article, topic, paragraphs, drafts),
  };
}

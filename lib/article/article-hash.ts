import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

/**
 * SHA-256 (hex) of what an article says and how it is filed: two articles with one hash are the same
 * version. Not in it: `id` and `schemaVersion`, which name the article rather than being its
 * content, `rights` and unknown fields, which change neither analysis nor briefing.
 */
export function articleHash(article: Article): string {
  return createHash('sha256')
    .update(JSON.stringify(content(article)))
    .digest('hex');
}

/** An array in fixed order, because the order of an object's fields is its writer's business. */
function content(article: Article): unknown[] {
  const inferred = article.datePublishedInferred;
  return [
    article.headline,
    article.author.map(({ name }) => name),
    article.publisher.name,
    article.url,
    article.inLanguage,
    article.datePublished,
    inferred ? [inferred.value, inferred.precision, inferred.earliest, inferred.latest] : null,
    article.dateModified ?? null,
    article.topics.toSorted(),
    article.bodyKind,
    (article.isBasedOn ?? []).map(({ publisher }) => publisher),
    article.articleBody,
  ];
}

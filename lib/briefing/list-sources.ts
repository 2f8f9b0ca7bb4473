import type { Article } from '#lib/article/article.ts';
import { eraOf } from '#lib/topic/era.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Source } from './briefing.ts';
import { dateOf } from './cite.ts';

/** Every article of the two eras, oldest first; those outside of both are no sources. */
export function listSources(topic: Topic, articles: Article[], fresh: string[] | null): Source[] {
  return [...articles]
    .sort((a, b) => a.datePublished.localeCompare(b.datePublished) || a.id.localeCompare(b.id))
    .flatMap((article) => {
      const era = eraOf(topic, article.datePublished);
      return era === null ? [] : [sourceOf(article, era, fresh?.includes(article.id) ?? false)];
    });
}

function sourceOf(article: Article, era: Source['era'], fresh: boolean): Source {
  const inferred = article.datePublishedInferred;
  return {
    articleId: article.id,
    era,
    headline: article.headline,
    language: article.inLanguage,
    author: article.author.map(({ name }) => name),
    outlet: article.publisher.name,
    date: dateOf(article).date,
    dateInferred: inferred ? { method: inferred.method, evidence: inferred.evidence } : null,
    url: article.url,
    summarised: article.bodyKind === 'summary',
    fresh,
  };
}

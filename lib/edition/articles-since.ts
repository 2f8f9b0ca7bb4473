import type { ArticleStore } from '#lib/article/article-store.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Edition } from './edition.ts';
import { gatherArticles } from './gather-articles.ts';

/**
 * Ids of the stored articles that a frozen edition does not have, or has in an earlier version: they
 * came after it was made, and come with a later slot.
 */
export async function articlesSince(
  { record }: Edition,
  topic: Topic,
  store: ArticleStore,
  now: Date,
): Promise<string[]> {
  const used = new Set(record.articles.map(({ id, hash }) => `${id} ${hash}`));
  const { articles } = await gatherArticles(topic, store, now);
  return articles
    .filter(({ article, hash }) => !used.has(`${article.id} ${hash}`))
    .map(({ article }) => article.id);
}

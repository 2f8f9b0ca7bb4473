import { articlesSince } from '#lib/edition/articles-since.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
import { nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Session } from './session.ts';
import { count } from './table.ts';

/** A line on the articles that a frozen edition came too early for; none where it has them all. */
export async function laterArticles(
  { settings: { now } }: Session,
  { articles }: Stores,
  topic: Topic,
  edition: Edition,
): Promise<string[]> {
  const later = await articlesSince(edition, topic, articles, now);
  if (later.length === 0) return [];
  const next = nextSlotDate(topic.schedule, now);
  return [
    `  not in it: ${count(later.length, 'article')} that came after it was frozen; the next slot is ${next} (parley compose --dry-run shows an edition made now)`,
  ];
}

import type { IdRange } from '#lib/subscription/subscriber.ts';

/**
 * Lower bounds of the shards, as the first characters of subscriber ids. Parley's own ids are random
 * UUIDs, whose first digit spreads them evenly; other ids are as complete, only less even. A shard is
 * a range of ids and not a hash of them, so that the store of subscribers reads each by its key, and
 * the shards one after the other are in the order of the ids. An edition under way is bound to these bounds.
 */
const LOWER_BOUNDS = ['', '4', '8', 'c'];

/**
 * Parts of an audience that are planned side by side, and kept in partitions of their own. DynamoDB writes
 * 1,000 units a second to each ("Best practices for partition keys"): four bear over 1,000 mails a
 * second with their events. Each costs a small edition some reads.
 */
export const SHARDS = LOWER_BOUNDS.length;

/** The ids of a shard. */
export function shardRange(shard: number): IdRange {
  const from = LOWER_BOUNDS[shard];
  if (from === undefined) throw new RangeError(`there is no shard ${shard}`);
  return { from, below: LOWER_BOUNDS[shard + 1] ?? null };
}

/** The shard of a subscriber. */
export function shardOf(subscriberId: string): number {
  return LOWER_BOUNDS.findLastIndex((from) => from <= subscriberId);
}

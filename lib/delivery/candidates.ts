import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { Delivery } from './delivery.ts';
import type { RoundKind } from './edition-head.ts';
import { joinSorted } from './join-sorted.ts';
import type { Deliveries } from './ledger.ts';
import type { Candidates } from './plan-chain.ts';
import { shardRange } from './shard.ts';

export interface CandidateDeps {
  subscribers: Pick<SubscriberStore, 'list'>;
  ledger: Pick<Deliveries, 'list'>;
}

/** Who is planned in a round of an edition: see `RoundKind`. */
export function candidatesOf(
  { kind, isFirst }: { kind: RoundKind; isFirst: boolean },
  edition: { id: string; topicId: string },
  deps: CandidateDeps,
): Candidates {
  const active = (shard: number, after: string) => activeAfter(edition.topicId, shard, after, deps);
  const planned = (shard: number) => deps.ledger.list(edition.id, shard);
  if (kind === 'failed') return (shard, after) => failedAfter(after, planned(shard));
  if (isFirst) return (shard, after) => idsOf(active(shard, after));
  return (shard, after) => without(active(shard, after), planned(shard));
}

async function* activeAfter(
  topicId: string,
  shard: number,
  after: string,
  { subscribers }: CandidateDeps,
): AsyncGenerator<{ subscriberId: string }> {
  const { from, below } = shardRange(shard);
  const range = { from: after === '' ? from : after, below };
  for await (const { id, state } of subscribers.list(topicId, range))
    if (state === 'active' && id !== after) yield { subscriberId: id };
}

async function* failedAfter(after: string, planned: AsyncIterable<Delivery>) {
  for await (const { subscriberId, state } of planned)
    if (state === 'failed' && subscriberId > after) yield subscriberId;
}

async function* idsOf(items: AsyncIterable<{ subscriberId: string }>): AsyncGenerator<string> {
  for await (const { subscriberId } of items) yield subscriberId;
}

/** The active ones who have no delivery. */
async function* without(
  active: AsyncIterable<{ subscriberId: string }>,
  planned: AsyncIterable<Delivery>,
): AsyncGenerator<string> {
  for await (const joined of joinSorted<{ subscriberId: string }>([active, planned])) {
    const [first, second] = joined;
    if (first !== undefined && second === undefined && !('state' in first))
      yield first.subscriberId;
  }
}

import type { Subscriber, SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { Delivery } from './delivery.ts';
import type { RoundKind } from './edition-head.ts';
import { joinSorted } from './join-sorted.ts';
import { dueOf, siblingsOf, type MonthDeps } from './monthly.ts';
import type { Candidates } from './plan-chain.ts';
import { shardRange } from './shard.ts';

export interface CandidateDeps {
  subscribers: Pick<SubscriberStore, 'list'>;
  ledger: MonthDeps;
}

/** Who is planned in a round of an edition: see `RoundKind`. */
export function candidatesOf(
  { kind, isFirst }: { kind: RoundKind; isFirst: boolean },
  edition: { id: string; topicId: string },
  deps: CandidateDeps,
): Candidates {
  let asked: ReturnType<typeof siblingsOf> | undefined;
  const siblings = () => (asked ??= siblingsOf(edition.id, deps.ledger));
  const due = (shard: number, after: string) =>
    toKeys(dueOf(activeAfter(edition.topicId, shard, after, deps), shard, siblings, deps.ledger));
  const planned = (shard: number) => deps.ledger.list(edition.id, shard);
  if (kind === 'failed') return (shard, after) => failedAfter(after, planned(shard));
  if (isFirst) return (shard, after) => idsOf(due(shard, after));
  return (shard, after) => without(due(shard, after), planned(shard));
}

async function* activeAfter(
  topicId: string,
  shard: number,
  after: string,
  { subscribers }: CandidateDeps,
): AsyncGenerator<Subscriber> {
  const { from, below } = shardRange(shard);
  const range = { from: after === '' ? from : after, below };
  for await (const subscriber of subscribers.list(topicId, range))
    if (subscriber.state === 'active' && subscriber.id !== after) yield subscriber;
}

async function* toKeys(people: AsyncIterable<Subscriber>) {
  for await (const { id } of people) yield { subscriberId: id };
}

async function* failedAfter(after: string, planned: AsyncIterable<Delivery>) {
  for await (const { subscriberId, state } of planned)
    if (state === 'failed' && subscriberId > after) yield subscriberId;
}

async function* idsOf(items: AsyncIterable<{ subscriberId: string }>): AsyncGenerator<string> {
  for await (const { subscriberId } of items) yield subscriberId;
}

/** The due ones who have no delivery. */
async function* without(
  due: AsyncIterable<{ subscriberId: string }>,
  planned: AsyncIterable<Delivery>,
): AsyncGenerator<string> {
  for await (const joined of joinSorted<{ subscriberId: string }>([due, planned])) {
    const [first, second] = joined;
    if (first !== undefined && second === undefined && !('state' in first))
      yield first.subscriberId;
  }
}

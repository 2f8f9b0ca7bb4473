import type { Delivery, DeliveryEvent } from '#lib/delivery/delivery.ts';
import type { Deliveries, Plans } from '#lib/delivery/ledger.ts';
import { mergeDeliveries } from '#lib/delivery/merge-deliveries.ts';
import { shardOf, SHARDS } from '#lib/delivery/shard.ts';
import { unfold, withEvents } from '#lib/delivery/unfold.ts';
import { parseEvent } from './dynamo-events.ts';
import { parseGroup } from './group-item.ts';
import { EVENTS, eventsOf, groupsOf, shardOwner, type LedgerTable } from './ledger-table.ts';

/** Reads groups and events of the ledger's table as the deliveries that they tell of. */
export function dynamoDeliveries(
  table: LedgerTable,
  { rounds }: Pick<Plans, 'rounds'>,
): Deliveries {
  async function* eventsWith(owner: string, prefix: string): AsyncGenerator<DeliveryEvent> {
    for await (const item of table.query(owner, prefix)) yield parseEvent(item, table.name);
  }

  async function* ofRound(owner: string, round: number): AsyncGenerator<Delivery> {
    for await (const item of table.query(owner, groupsOf(round)))
      yield* unfold(parseGroup(item, table.name));
  }

  /** A subscriber's group is the last that begins before them, if they are in it. */
  async function inRound(owner: string, round: number, id: string): Promise<Delivery | undefined> {
    const item = await table.last(owner, groupsOf(round), id);
    if (item === undefined) return undefined;
    return unfold(parseGroup(item, table.name)).find(({ subscriberId }) => subscriberId === id);
  }

  return {
    async get({ editionId, subscriberId }) {
      const owner = shardOwner(editionId, shardOf(subscriberId));
      for (const { number } of (await rounds(editionId)).toReversed()) {
        const delivery = await inRound(owner, number, subscriberId);
        if (delivery === undefined) continue;
        const events: DeliveryEvent[] = [];
        for await (const event of eventsWith(owner, eventsOf(subscriberId))) events.push(event);
        return withEvents(delivery, events);
      }
      return null;
    },

    async *list(editionId, shard) {
      const numbers = (await rounds(editionId)).map(({ number }) => number);
      if (numbers.length === 0) return;
      const [first, last] = shard === undefined ? [0, SHARDS - 1] : [shard, shard];
      for (let each = first; each <= last; each++) {
        const owner = shardOwner(editionId, each);
        const perRound = numbers.map((number) => ofRound(owner, number));
        yield* mergeDeliveries(perRound, eventsWith(owner, EVENTS));
      }
    },
  };
}

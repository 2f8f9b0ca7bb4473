import * as z from 'zod/mini';
import { ROUND_KINDS, type Round } from '#lib/delivery/edition-head.ts';
import type { Forecast } from '#lib/delivery/forecast.ts';
import type { Plans } from '#lib/delivery/ledger.ts';
import { SHARDS } from '#lib/delivery/shard.ts';
import { groupItem, parseGroup } from './group-item.ts';
import {
  groupKey,
  groupsOf,
  roundKey,
  ROUNDS,
  shardOwner,
  type LedgerTable,
} from './ledger-table.ts';
import { ItemChange } from './item-change.ts';
import { parseItem } from './parse-item.ts';

const Foretold: z.ZodMiniType<Forecast> = z.object({
  recipients: z.number(),
  perSecond: z.nullable(z.number()),
  today: z.number(),
  carriedOver: z.number(),
  finishesAt: z.nullable(z.string()),
  shareOfDay: z.nullable(z.number()),
  costUsd: z.nullable(z.number()),
  refusal: z.nullable(z.string()),
});

const RoundItem = z.object({
  editionId: z.string(),
  number: z.number(),
  kind: z.enum(ROUND_KINDS),
  by: z.string(),
  startedAt: z.string(),
  /** Absent until the round is planned to its end. */
  planned: z.optional(z.object({ at: z.string(), deliveries: z.number() })),
  forecast: z.optional(Foretold),
});

/** Rounds and groups in the ledger's table. */
export function dynamoPlans(table: LedgerTable): Plans {
  const parseRound = (item: unknown): Round => {
    const { planned, ...round } = parseItem(RoundItem, item, table.name);
    return { ...round, planned: planned ?? null };
  };
  const toGroup = (item: unknown) => (item === undefined ? null : parseGroup(item, table.name));
  const rounds = async (editionId: string) => {
    const found: Round[] = [];
    for await (const item of table.query(editionId, ROUNDS)) found.push(parseRound(item));
    return found;
  };

  return {
    rounds,

    async openRound(round) {
      const key = roundKey(round.editionId, round.number);
      const isNew = await table.putNew(key, { ...round, planned: round.planned ?? undefined });
      return isNew ? round : parseRound(await table.get(key));
    },

    async closeRound({ editionId, number }, planned) {
      const change = new ItemChange()
        .when((path) => `attribute_exists(${path('owner')})`)
        .setIfNew(['planned'], planned);
      await table.update(roundKey(editionId, number), change);
    },

    async putGroup(group) {
      const key = groupKey(group);
      const item = groupItem(group);
      const put = await table.putNew(key, item);
      return { put, group: parseGroup(put ? item : await table.get(key), table.name) };
    },

    async lastGroup({ editionId, round, shard }) {
      return toGroup(await table.last(shardOwner(editionId, shard), groupsOf(round)));
    },

    group: async (key) => toGroup(await table.get(groupKey(key))),

    async *groups(editionId) {
      for (const { number } of await rounds(editionId))
        for (let shard = 0; shard < SHARDS; shard++)
          for await (const item of table.query(shardOwner(editionId, shard), groupsOf(number))) {
            const group = parseGroup(item, table.name);
            if (group.subscriberIds.length > 0) yield group;
          }
    },
  };
}

import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { EDITION_STATES, hasBegun, type EditionHead } from '#lib/delivery/edition-head.ts';
import type { EditionHeads } from '#lib/delivery/ledger.ts';
import { ItemChange } from './item-change.ts';
import { headKey, type LedgerTable } from './ledger-table.ts';
import { parseItem } from './parse-item.ts';

const HeadItem: z.ZodMiniType<EditionHead> = z.object({
  editionId: z.string(),
  contentHash: z.string(),
  begunAt: z.string(),
  state: z.enum(EDITION_STATES),
  by: z.string(),
  since: z.string(),
  reason: z.nullable(z.string()),
  startBy: z.optional(z.string()),
});

/** Which change brought the head into its state; absent before the first. */
const LastChange = z.object({ changeId: z.optional(z.string()) });

/** Heads of editions in the ledger's table. */
export function dynamoEditionHeads(table: LedgerTable): EditionHeads {
  const head = async (editionId: string) => {
    const item = await table.get(headKey(editionId));
    return item === undefined ? null : parseItem(HeadItem, item, table.name);
  };
  return {
    head,
    hasBegun: async (editionId) => hasBegun(await head(editionId)),

    async begin(opening) {
      const isNew = await table.putNew(headKey(opening.editionId), opening);
      return (isNew ? null : await head(opening.editionId)) ?? opening;
    },

    async changeState(editionId, { to, by, at, reason, contentHash }, from) {
      const changeId = randomUUID();
      const change = new ItemChange()
        .when((path, value) => `${path('state')} IN (${from.map(value).join(', ')})`)
        .set(['state'], to)
        .set(['by'], by)
        .set(['since'], at)
        .set(['reason'], reason)
        .set(['changeId'], changeId);
      if (contentHash !== undefined)
        change.when((path, value) => `${path('contentHash')} = ${value(contentHash)}`);
      const after = await table.update(headKey(editionId), change);
      const item = after ?? (await table.get(headKey(editionId)));
      if (item === undefined) return { changed: false, head: null };
      // The SDK repeats a write whose answer was lost: it has to know its own, as nobody else tells of it.
      const last = parseItem(LastChange, item, table.name);
      return {
        changed: last.changeId === changeId,
        head: parseItem(HeadItem, item, table.name),
      };
    },

    async repin(editionId, from, to, states = ['planned']) {
      const change = new ItemChange()
        .when((path, value) => `${path('state')} IN (${states.map(value).join(', ')})`)
        .when((path, value) => `${path('contentHash')} = ${value(from)}`)
        .set(['contentHash'], to);
      return (await table.update(headKey(editionId), change)) !== null;
    },
  };
}

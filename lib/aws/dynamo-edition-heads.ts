import * as z from 'zod/mini';
import {
  EDITION_STATES,
  hasBegun,
  type EditionHead,
  type EditionState,
} from '#lib/delivery/edition-head.ts';
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
      const change = new ItemChange()
        .when((path, value) => `${path('state')} IN (${from.map(value).join(', ')})`)
        .set(['state'], to)
        .set(['by'], by)
        .set(['since'], at)
        .set(['reason'], reason);
      if (contentHash !== undefined)
        change.when((path, value) => `${path('contentHash')} = ${value(contentHash)}`);
      const after = await table.update(headKey(editionId), change);
      if (after === null) return { changed: false, head: await head(editionId) };
      return { changed: true, head: parseItem(HeadItem, after, table.name) };
    },

    async repin(editionId, from, to) {
      const planned: EditionState = 'planned';
      const change = new ItemChange()
        .when((path, value) => `${path('state')} = ${value(planned)}`)
        .when((path, value) => `${path('contentHash')} = ${value(from)}`)
        .set(['contentHash'], to);
      return (await table.update(headKey(editionId), change)) !== null;
    },
  };
}

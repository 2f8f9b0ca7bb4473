import * as z from 'zod/mini';
import { EDITION_STATES, type EditionHead } from '#lib/delivery/edition-head.ts';
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
});

/** Heads of editions in the ledger's table. */
export function dynamoEditionHeads(table: LedgerTable): EditionHeads {
  const head = async (editionId: string) => {
    const item = await table.get(headKey(editionId));
    return item === undefined ? null : parseItem(HeadItem, item, table.name);
  };
  return {
    head,
    hasBegun: async (editionId) => (await head(editionId)) !== null,

    async begin(opening) {
      const isNew = await table.putNew(headKey(opening.editionId), opening);
      return (isNew ? null : await head(opening.editionId)) ?? opening;
    },

    async changeState(editionId, { to, by, at, reason }, from) {
      const change = new ItemChange()
        .when((path, value) => `${path('state')} IN (${from.map(value).join(', ')})`)
        .set(['state'], to)
        .set(['by'], by)
        .set(['since'], at)
        .set(['reason'], reason);
      const after = await table.update(headKey(editionId), change);
      if (after === null) return { changed: false, head: await head(editionId) };
      return { changed: true, head: parseItem(HeadItem, after, table.name) };
    },
  };
}

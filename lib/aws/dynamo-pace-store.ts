import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { DependencyError } from '#lib/dependency-error.ts';
import type { PaceStore } from '#lib/delivery/pace.ts';
import { FIRST_STATE, type PaceState } from '#lib/delivery/pace-state.ts';
import { ItemChange } from './item-change.ts';
import { LedgerTable, PACE_KEY } from './ledger-table.ts';
import { parseItem } from './parse-item.ts';

const nullableNumber = z.nullable(z.number());
const State: z.ZodMiniType<PaceState> = z.object({
  freeAt: z.number(),
  limits: z.nullable(
    z.object({
      maxPerDay: nullableNumber,
      maxPerSecond: nullableNumber,
      sentLast24h: z.number(),
    }),
  ),
  readAt: z.number(),
  askedAt: z.number(),
  granted: z.number(),
  slowed: z.nullable(z.object({ perSecond: z.number(), at: z.number() })),
  exhaustedAt: nullableNumber,
  beganAt: z.number(),
  // Not in an item that was written before there were such mails.
  personalFreeAt: z._default(z.number(), 0),
});
const PaceItem = z.object({ version: z.number(), state: State });
type PaceItem = z.infer<typeof PaceItem>;

/** Another worker's change every time: then something is wrong with the table. */
const ATTEMPTS = 50;
/** Longest pause before another attempt, so that workers who met do not meet again. */
const PAUSE_MS = 40;

/**
 * The pace of all workers in one item of the ledger's table: each change is one conditional write of the
 * whole state, by its version. A worker tries with the state that it wrote last, so alone it never reads.
 */
export function dynamoPaceStore(client: DynamoDBDocumentClient, tableName: string): PaceStore {
  const table = new LedgerTable(client, tableName);
  let known: PaceItem | null = null;

  const read = async (): Promise<PaceItem> => {
    const item = await table.get(PACE_KEY);
    return item === undefined
      ? { version: 0, state: FIRST_STATE }
      : parseItem(PaceItem, item, tableName);
  };
  const write = async (from: PaceItem, state: PaceState): Promise<boolean> => {
    const change = new ItemChange()
      .when((path, value) =>
        from.version === 0
          ? `attribute_not_exists(${path('version')})`
          : `${path('version')} = ${value(from.version)}`,
      )
      .set(['version'], from.version + 1)
      .set(['state'], state);
    if ((await table.update(PACE_KEY, change)) === null) return false;
    known = { version: from.version + 1, state };
    return true;
  };

  return {
    async change(step) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const isFresh = known === null || attempt > 0;
        const from: PaceItem = isFresh || known === null ? await read() : known;
        const { state, answer } = step(from.state);
        // Nothing to write, so nothing to tell that the state is an old one.
        if (state === from.state && isFresh) return answer;
        if (state !== from.state && (await write(from, state))) return answer;
        if (isFresh) await setTimeout(Math.random() * PAUSE_MS);
      }
      throw new DependencyError('write', tableName, new Error('the pace changes all the time'));
    },
  };
}

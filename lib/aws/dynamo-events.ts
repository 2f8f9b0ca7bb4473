import * as z from 'zod/mini';
import { EVENT_TYPES, type DeliveryEvent } from '#lib/delivery/delivery.ts';
import { batchPut } from './batch.ts';
import { eventKey, type LedgerTable } from './ledger-table.ts';
import { parseItem } from './parse-item.ts';

const EventItem: z.ZodMiniType<DeliveryEvent> = z.object({
  editionId: z.string(),
  subscriberId: z.string(),
  type: z.enum(EVENT_TYPES),
  at: z.string(),
  sentAt: z.optional(z.string()),
  messageId: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});

/** An event as the table gave it. @throws DependencyError where it is none */
export const parseEvent = (item: unknown, tableName: string): DeliveryEvent =>
  parseItem(EventItem, item, tableName);

/** Puts events into the ledger's table, without a condition: each stands by itself, beside its group. */
export async function recordEvents(table: LedgerTable, events: DeliveryEvent[]): Promise<void> {
  // One write may not name an item twice.
  const items = new Map<string, Record<string, unknown>>();
  for (const event of events) {
    const key = eventKey(event);
    items.set(`${key.owner} ${key.item}`, { ...event, ...key });
  }
  await batchPut(table.client, table.name, [...items.values()]);
}

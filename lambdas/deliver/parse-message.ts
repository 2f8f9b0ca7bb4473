import * as z from 'zod/mini';
import type { DeliveryBatch } from '#lib/delivery/queue.ts';
import { parseWith, type Parsed } from '#lib/fault.ts';

const DeliveryMessage: z.ZodMiniType<DeliveryBatch> = z.object({
  slot: z.object({ topicId: z.string(), date: z.iso.date('a date such as 2026-11-16') }),
  subscriberIds: z.array(z.string()).check(z.minLength(1, 'at least one subscriber')),
});

/** Reads the body of a message of the delivery queue. @param source the message's id, for faults */
export function parseMessage(body: string, source: string): Parsed<DeliveryBatch> {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return { ok: false, faults: [{ source, field: '', expected: 'JSON' }] };
  }
  return parseWith(DeliveryMessage, data, source);
}

import type { Delivery, DeliveryState } from './delivery.ts';
import { isExpired } from './group.ts';

/** Number of an edition's deliveries in each state. */
export type DeliveryCounts = Record<DeliveryState, number>;

/** The state as of now: what a worker has claimed and not settled in time, it may have sent. */
export function stateAt({ state, since }: Delivery, now: Date): DeliveryState {
  return state === 'claimed' && isExpired({ at: since }, now) ? 'doubtful' : state;
}

/** Counts the deliveries of an edition by their state as of now, reading them in pages. */
export async function countDeliveries(
  deliveries: AsyncIterable<Delivery>,
  now: Date,
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = {
    waiting: 0,
    claimed: 0,
    doubtful: 0,
    sent: 0,
    failed: 0,
    skipped: 0,
    bounced: 0,
    complained: 0,
  };
  for await (const delivery of deliveries) counts[stateAt(delivery, now)] += 1;
  return counts;
}

/** All deliveries of an edition. */
export function totalOf(counts: DeliveryCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** What a person calls the states. */
const NAMES = [
  ['sent', 'sent'],
  ['bounced', 'bounced'],
  ['complained', 'complained'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['claimed', 'under way'],
  ['doubtful', 'doubtful'],
  ['waiting', 'waiting'],
] as const;

/** "3 sent, 1 doubtful", or "none sent yet". */
export function formatCounts(counts: DeliveryCounts): string {
  const parts = NAMES.flatMap(([state, name]) =>
    counts[state] > 0 ? [`${counts[state]} ${name}`] : [],
  );
  return parts.join(', ') || 'none sent yet';
}

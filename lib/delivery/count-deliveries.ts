import type { Delivery, DeliveryState } from './ledger.ts';

/** Number of an edition's deliveries in each state. */
export type DeliveryCounts = Record<DeliveryState, number>;

/** Counts the deliveries of an edition by state, reading them in pages. */
export async function countDeliveries(
  deliveries: AsyncIterable<Delivery>,
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, failed: 0, skipped: 0, claimed: 0 };
  for await (const { state } of deliveries) counts[state] += 1;
  return counts;
}

/** What a person calls the states. Claimed and never settled: it may have been sent. */
const NAMES = [
  ['sent', 'sent'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['claimed', 'doubtful'],
] as const;

/** "3 sent, 1 doubtful", or "none sent yet". */
export function formatCounts(counts: DeliveryCounts): string {
  const parts = NAMES.flatMap(([state, name]) =>
    counts[state] > 0 ? [`${counts[state]} ${name}`] : [],
  );
  return parts.join(', ') || 'none sent yet';
}

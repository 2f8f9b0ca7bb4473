import { DELIVERY_STATES, type Delivery, type DeliveryState } from '#lib/delivery/ledger.ts';

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

const NAMES: Record<DeliveryState, string> = {
  sent: 'sent',
  failed: 'failed',
  skipped: 'skipped',
  // Claimed and never settled: it may have been sent.
  claimed: 'doubtful',
};

/** "3 sent, 1 doubtful", or "none sent yet". */
export function formatCounts(counts: DeliveryCounts): string {
  const parts = DELIVERY_STATES.flatMap((state) =>
    counts[state] > 0 ? [`${counts[state]} ${NAMES[state]}`] : [],
  );
  return parts.join(', ') || 'none sent yet';
}

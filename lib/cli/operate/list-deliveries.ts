import { stateAt } from '#lib/delivery/count-deliveries.ts';
import type { DeliveryState } from '#lib/delivery/delivery.ts';
import { editionId, type Slot } from '#lib/edition/edition.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { table } from '../table.ts';
import { withStores } from '../with-stores.ts';

/** The subscribers whose delivery of an edition is in a state, by id; with their addresses only where asked for. */
export function listDeliveries(
  session: Session,
  slot: Slot,
  { state, addresses }: { state: DeliveryState; addresses: boolean },
): Promise<Report> {
  return withStores(session, async ({ ledger, subscribers }) => {
    const { now } = session.settings;
    const found: { subscriberId: string; reason: string | null; address?: string }[] = [];
    for await (const delivery of ledger.list(editionId(slot))) {
      if (stateAt(delivery, now) !== state) continue;
      const { subscriberId, reason } = delivery;
      const address = addresses
        ? ((await subscribers.get(slot.topicId, subscriberId))?.address ?? 'removed')
        : undefined;
      found.push({ subscriberId, reason, ...(address !== undefined && { address }) });
    }
    const rows = found.map(({ subscriberId, address, reason }) => [
      subscriberId,
      ...(address === undefined ? [] : [address]),
      reason ?? '',
    ]);
    return { data: { slot, state, deliveries: found }, lines: table(rows), problems: [] };
  });
}

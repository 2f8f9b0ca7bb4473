import { deliveryId } from '#lib/delivery/delivery-id.ts';
import type { Delivery, DeliveryKey, Ledger } from '#lib/delivery/ledger.ts';

/** A ledger in memory: passes the contract of all ledgers. */
export class LedgerInMemory implements Ledger {
  private readonly deliveries = new Map<string, Delivery>();

  async claim(
    { editionId, subscriberId }: DeliveryKey,
    claimId: string,
    claimedAt: string,
  ): ReturnType<Ledger['claim']> {
    const id = deliveryId({ editionId, subscriberId });
    const delivery = this.deliveries.get(id);
    if (delivery !== undefined && !(delivery.state === 'claimed' && delivery.claimId === claimId))
      return { claimed: false, delivery };
    const open = { state: 'claimed', settledAt: null, messageId: null, reason: null } as const;
    this.deliveries.set(id, { editionId, subscriberId, claimId, claimedAt, ...open });
    return { claimed: true };
  }

  async confirm(key: DeliveryKey, messageId: string, at: string): Promise<void> {
    this.change(key, { state: 'sent', messageId, settledAt: at });
  }

  async settle(key: DeliveryKey, state: 'failed' | 'skipped', reason: string, at: string) {
    this.change(key, { state, reason, settledAt: at });
  }

  async release(key: DeliveryKey, claimId: string): Promise<void> {
    const delivery = await this.get(key);
    if (delivery?.state === 'claimed' && delivery.claimId === claimId)
      this.deliveries.delete(deliveryId(key));
  }

  async get(key: DeliveryKey): Promise<Delivery | null> {
    return this.deliveries.get(deliveryId(key)) ?? null;
  }

  async *list(editionId: string): AsyncGenerator<Delivery> {
    const own = [...this.deliveries.values()].filter((each) => each.editionId === editionId);
    yield* own.sort((a, b) => a.subscriberId.localeCompare(b.subscriberId));
  }

  private change(key: DeliveryKey, changes: Partial<Delivery>): void {
    const delivery = this.deliveries.get(deliveryId(key));
    if (delivery?.state === 'claimed')
      this.deliveries.set(deliveryId(key), { ...delivery, ...changes });
  }
}

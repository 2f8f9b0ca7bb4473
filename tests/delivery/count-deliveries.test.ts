import { describe, expect, it } from 'vitest';
import { countDeliveries, formatCounts, totalOf } from '#lib/delivery/count-deliveries.ts';
import type { Delivery, DeliveryState } from '#lib/delivery/delivery.ts';
import { CLAIM_LEASE_MS } from '#lib/delivery/group.ts';
import { NOW } from './delivery-fixture.ts';

async function* deliveries(...states: DeliveryState[]): AsyncGenerator<Delivery> {
  const open = { messageId: null, reason: null, reopenedAt: null, round: 1 };
  for (const state of states)
    yield { ...open, editionId: 'e', subscriberId: 's', since: NOW.toISOString(), state };
}

describe('countDeliveries', () => {
  it('counts each state, and says so in words', async () => {
    const counts = await countDeliveries(deliveries('sent', 'bounced', 'sent', 'waiting'), NOW);
    expect(totalOf(counts)).toBe(4);
    expect(formatCounts(counts)).toBe('2 sent, 1 bounced, 1 waiting');
    expect(formatCounts(await countDeliveries(deliveries(), NOW))).toBe('none sent yet');
  });

  it('calls what was claimed doubtful once the claim has expired', async () => {
    const at = (ms: number) => new Date(NOW.getTime() + ms);
    const text = async (now: Date) =>
      formatCounts(await countDeliveries(deliveries('claimed'), now));
    expect(await text(at(CLAIM_LEASE_MS - 1))).toBe('1 under way');
    expect(await text(at(CLAIM_LEASE_MS))).toBe('1 doubtful');
  });
});

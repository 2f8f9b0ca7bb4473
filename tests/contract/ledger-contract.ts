import { describe, expect, it } from 'vitest';
import type { DeliveryKey, Ledger } from '#lib/delivery/ledger.ts';
import { collect } from './sample-data.ts';
import type { Races } from './races.ts';

const AT = '2026-01-05T07:00:00.000Z';
const LATER = '2026-01-05T08:00:00.000Z';
let editions = 0;

/** A key of an edition that no other test uses: the tests share one table. */
function newKey(subscriberId = 'ana'): DeliveryKey {
  return { editionId: `topic-${++editions}.2026-01-05`, subscriberId };
}

/** What every ledger keeps. */
export function ledgerContract(ledger: () => Ledger, { races = true }: Races = {}): void {
  describe('as a ledger', () => {
    it.skipIf(!races)('gives a delivery to one of many who claim it at once', async () => {
      const key = newKey();
      const attempts = Array.from({ length: 10 }, (_, i) => ledger().claim(key, `claim-${i}`, AT));
      const results = await Promise.all(attempts);
      expect(results.filter(({ claimed }) => claimed)).toHaveLength(1);
    });

    it('tells who comes second what stands there', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      expect(await ledger().claim(key, 'second', LATER)).toEqual({
        claimed: false,
        delivery: {
          ...key,
          state: 'claimed',
          claimId: 'first',
          claimedAt: AT,
          settledAt: null,
          messageId: null,
          reason: null,
        },
      });
    });

    it('takes a claim repeated after a lost answer for the same claim', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      expect(await ledger().claim(key, 'first', AT)).toEqual({ claimed: true });
    });

    it('does not let the same attempt claim again what it has settled', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().confirm(key, 'm-1', LATER);
      expect(await ledger().claim(key, 'first', AT)).toMatchObject({ claimed: false });
    });

    it('records that a claimed delivery was sent', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().confirm(key, 'm-1', LATER);
      expect(await ledger().get(key)).toMatchObject({
        state: 'sent',
        messageId: 'm-1',
        settledAt: LATER,
        claimedAt: AT,
      });
    });

    it.each(['failed', 'skipped'] as const)('records that a delivery %s and why', async (state) => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().settle(key, state, 'a reason', LATER);
      expect(await ledger().get(key)).toMatchObject({ state, reason: 'a reason', messageId: null });
    });

    it('never overwrites a result by another', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().confirm(key, 'm-1', AT);
      await ledger().settle(key, 'failed', 'too late', LATER);
      await ledger().confirm(key, 'm-2', LATER);
      expect(await ledger().get(key)).toMatchObject({ state: 'sent', messageId: 'm-1' });
    });

    it('lets a released delivery be claimed anew', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().release(key, 'first');
      expect(await ledger().get(key)).toBeNull();
      expect(await ledger().claim(key, 'second', LATER)).toEqual({ claimed: true });
    });

    it('does not release what another attempt holds, or what is settled', async () => {
      const key = newKey();
      await ledger().claim(key, 'first', AT);
      await ledger().release(key, 'second');
      expect(await ledger().get(key)).toMatchObject({ claimId: 'first' });
      await ledger().confirm(key, 'm-1', LATER);
      await ledger().release(key, 'first');
      expect(await ledger().get(key)).toMatchObject({ state: 'sent' });
    });

    it('lists every delivery of one edition by subscriber', async () => {
      const { editionId } = newKey();
      const ids = Array.from({ length: 25 }, (_, i) => `s${String(i).padStart(2, '0')}`);
      await Promise.all(
        ids.map((subscriberId) => ledger().claim({ editionId, subscriberId }, 'c', AT)),
      );
      await ledger().claim(newKey(), 'c', AT);
      const listed = await collect(ledger().list(editionId));
      expect(listed.map(({ subscriberId }) => subscriberId)).toEqual(ids);
    });
  });
}

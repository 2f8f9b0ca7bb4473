import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deliver } from '#lib/delivery/deliver.ts';
import type { DeliveryEvent, EventType } from '#lib/delivery/delivery.ts';
import { takeFeedback } from '#lib/delivery/feedback.ts';
import { collect, sampleEdition } from '../contract/sample-data.ts';
import { deliverySetup, subscribers as people } from './delivery-fixture.ts';

const edition = sampleEdition();
const LATER = '2026-01-05T08:00:00.000Z';
const event = (subscriberId: string, type: EventType, changes: Partial<DeliveryEvent> = {}) => ({
  editionId: edition.id,
  subscriberId,
  type,
  at: LATER,
  messageId: `m-${edition.id}.${subscriberId}`,
  reason: null,
  ...changes,
});

describe('feedback', () => {
  it.each([
    ['bounce', 'bounced', 'bounced'],
    ['complaint', 'complained', 'complained'],
    ['soft-bounce', 'sent', 'active'],
    ['delay', 'sent', 'active'],
    ['delivery', 'sent', 'active'],
    ['send', 'sent', 'active'],
    ['reject', 'failed', 'active'],
  ] as const)('a %s leaves a delivery %s and a subscriber %s', async (type, delivery, state) => {
    const { deps, group, ledger, subscribers, key } = await deliverySetup(people(2));
    await deliver(group, deps);
    expect(await takeFeedback([event('s00', type)], { ledger, subscribers })).toEqual([
      { kind: 'recorded' },
    ]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: delivery });
    expect(await subscribers.get('', 's00')).toMatchObject({ state });
    expect(await subscribers.get('', 's01')).toMatchObject({ state: 'active' });
  });

  it('names an event of an unknown delivery, keeps it nowhere, and records the others', async () => {
    const { ledger, subscribers } = await deliverySetup(people(2));
    const record = vi.spyOn(ledger, 'recordEvents');
    const known = event('s01', 'bounce');
    const outcomes = await takeFeedback(
      [event('nobody', 'bounce'), event('s00', 'send', { editionId: 'moon.2026-01-05' }), known],
      { ledger, subscribers },
    );
    expect(outcomes).toEqual([
      { kind: 'unknown', reason: 'there is no delivery harbour-talks.2026-01-05.nobody' },
      { kind: 'unknown', reason: 'moon.2026-01-05 was never planned' },
      { kind: 'recorded' },
    ]);
    expect(record.mock.calls).toEqual([[[known]]]);
    expect(await subscribers.get('', 's01')).toMatchObject({ state: 'bounced' });
  });

  it('fails the events of a ledger that fails, and changes nobody’s state', async () => {
    const { ledger, subscribers } = await deliverySetup(people(2));
    vi.spyOn(ledger, 'recordEvents').mockRejectedValue(new Error('the table throttles'));
    const outcomes = await takeFeedback([event('s00', 'bounce')], { ledger, subscribers });
    expect(outcomes).toEqual([{ kind: 'failed', reason: 'the table throttles' }]);
    expect(await subscribers.get('', 's00')).toMatchObject({ state: 'active' });
  });

  it('fails one event alone where a subscriber cannot be written', async () => {
    const { ledger, subscribers } = await deliverySetup(people(2));
    vi.spyOn(subscribers, 'setState').mockRejectedValueOnce(new Error('gone'));
    const both = [event('s00', 'bounce'), event('s01', 'bounce')];
    expect(await takeFeedback(both, { ledger, subscribers })).toEqual([
      { kind: 'failed', reason: 'gone' },
      { kind: 'recorded' },
    ]);
  });

  it('comes to the same in any order, any number of times, also before the result', async () => {
    const told: DeliveryEvent[] = [
      event('s00', 'send'),
      event('s00', 'bounce'),
      event('s00', 'complaint', { at: '2026-01-05T07:30:00.000Z' }),
      event('s01', 'send'),
      event('s01', 'soft-bounce'),
      event('s02', 'delivery'),
      event('s02', 'bounce'),
      event('s03', 'reject'),
    ];
    const any = fc
      .shuffledSubarray(told, { minLength: told.length })
      .chain((order) => fc.tuple(fc.constant(order), fc.subarray(order), fc.nat(order.length)));
    await fc.assert(
      fc.asyncProperty(any, async ([order, again, before]) => {
        const { deps, group, ledger, subscribers } = await deliverySetup(people(5));
        await takeFeedback(order.slice(0, before), { ledger, subscribers });
        await deliver(group, deps);
        for (const each of [...order, ...again])
          await takeFeedback([each], { ledger, subscribers });
        const states = (await collect(ledger.list(edition.id))).map(({ state }) => state);
        expect(states).toEqual(['complained', 'sent', 'bounced', 'failed', 'sent']);
        const of = subscribers.all.map(({ state }) => state);
        expect(of).toEqual(['complained', 'active', 'bounced', 'active', 'active']);
      }),
      { numRuns: 60 },
    );
  });
});

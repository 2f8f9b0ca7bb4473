import { describe, expect, it } from 'vitest';
import { BATCH_SIZE, plan } from '#lib/delivery/plan.ts';
import type { DeliveryBatch } from '#lib/delivery/queue.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { subscribers } from './delivery-fixture.ts';

async function planFor(people: Iterable<Subscriber>) {
  const puts: DeliveryBatch[][] = [];
  const list = async function* () {
    yield* people;
  };
  const queue = { put: async (batches: DeliveryBatch[]) => void puts.push(batches) };
  const report = await plan(sampleEdition(), { subscribers: { list }, queue });
  return { report, puts, ids: puts.flat().flatMap(({ subscriberIds }) => subscriberIds) };
}

describe('plan', () => {
  it('queues everybody who is active, once, for the edition’s slot', async () => {
    const { report, puts, ids } = await planFor(subscribers(120));
    expect(ids).toEqual(subscribers(120).map(({ id }) => id));
    expect(report).toEqual({ planned: 120, batches: 3, left: {} });
    expect(puts.flat()[0]?.slot).toEqual({ topicId: 'harbour-talks', date: '2026-01-05' });
  });

  it('leaves out who may not be mailed and counts them by state', async () => {
    const people = [
      sampleSubscriber('ana'),
      sampleSubscriber('ben', { state: 'unsubscribed' }),
      sampleSubscriber('cy', { state: 'bounced' }),
      sampleSubscriber('dee', { state: 'unsubscribed' }),
      sampleSubscriber('eve', { state: 'pending' }),
    ];
    const { report, ids } = await planFor(people);
    expect(ids).toEqual(['ana']);
    expect(report.left).toEqual({ unsubscribed: 2, bounced: 1, pending: 1 });
  });

  it('queues nothing for nobody', async () => {
    const { report, puts } = await planFor([]);
    expect(report).toEqual({ planned: 0, batches: 0, left: {} });
    expect(puts).toEqual([]);
  });

  it('holds no more than a page of subscribers at a time', async () => {
    let read = 0;
    let put = 0;
    let most = 0;
    const list = async function* () {
      for (const person of subscribers(3_000)) {
        read += 1;
        most = Math.max(most, read - put);
        yield person;
      }
    };
    const queue = {
      put: async (batches: DeliveryBatch[]) => {
        put += batches.reduce((sum, { subscriberIds }) => sum + subscriberIds.length, 0);
      },
    };
    await plan(sampleEdition(), { subscribers: { list }, queue });
    expect(put).toBe(3_000);
    expect(most).toBeLessThanOrEqual(BATCH_SIZE * 10);
  });
});

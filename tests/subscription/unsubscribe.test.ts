import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOff } from '#lib/subscription/returned-mail.ts';
import type { SubscriberState } from '#lib/subscription/subscriber.ts';
import { UNDO_HOURS, undoUnsubscribe, unsubscribe } from '#lib/subscription/unsubscribe.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from './subscribers-in-memory.ts';

const NOW = new Date('2026-11-16T08:00:00Z');
const ana = { topicId: 'harbour-talks', subscriberId: 'ana' };
const returned = { state: 'complained', at: '2026-11-16T07:59:59.000Z' } as const;

let store: SubscribersInMemory;
const stateOfAna = async () => (await store.get('', 'ana'))?.state;

beforeEach(async () => {
  store = new SubscribersInMemory();
  await store.add(sampleSubscriber('ana'));
});

/** Lets something happen between a read of the subscriber and the write after it. */
function meanwhile(happening: () => Promise<unknown>): void {
  const get = store.get.bind(store);
  vi.spyOn(store, 'get').mockImplementationOnce(async (topicId, id) => {
    const found = await get(topicId, id);
    await happening();
    return found;
  });
}

describe('unsubscribe', () => {
  it('takes somebody off and can be undone for a day', async () => {
    expect(await unsubscribe(ana, store, NOW)).toEqual({ undoable: true });
    expect(await stateOfAna()).toBe('unsubscribed');
    const nextDay = new Date(NOW.getTime() + UNDO_HOURS * 3_600_000);
    expect(await undoUnsubscribe(ana, store, new Date(nextDay.getTime() + 1))).toBe(false);
    expect(await undoUnsubscribe(ana, store, nextDay)).toBe(true);
    expect(await stateOfAna()).toBe('active');
  });

  it.each(['pending', 'bounced', 'complained'] as const)(
    'leaves who is %s as they are, and no undo makes them active',
    async (state: SubscriberState) => {
      await store.setState('', 'ana', state, NOW.toISOString());
      expect(await unsubscribe(ana, store, NOW)).toEqual({ undoable: false });
      expect(await undoUnsubscribe(ana, store, NOW)).toBe(false);
      expect(await stateOfAna()).toBe(state);
    },
  );

  it('of nobody is nothing', async () => {
    const nobody = { ...ana, subscriberId: 'nobody' };
    expect(await unsubscribe(nobody, store, NOW)).toEqual({ undoable: false });
    expect(await undoUnsubscribe(nobody, store, NOW)).toBe(false);
  });

  it('does not write over a complaint that comes at the same moment', async () => {
    meanwhile(() => takeOff(ana, returned, store));
    expect(await unsubscribe(ana, store, NOW)).toEqual({ undoable: false });
    expect(await stateOfAna()).toBe('complained');
  });

  it('an undo does not bring back who complains at the same moment', async () => {
    await unsubscribe(ana, store, NOW);
    meanwhile(() => takeOff(ana, returned, store));
    expect(await undoUnsubscribe(ana, store, NOW)).toBe(false);
    expect(await stateOfAna()).toBe('complained');
  });
});

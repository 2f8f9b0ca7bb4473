import { describe, expect, it, vi } from 'vitest';
import {
  isGivenUp,
  noteSoftBounce,
  SOFT_BOUNCE_LIMIT,
  SOFT_BOUNCE_WINDOW_DAYS,
  stateAfter,
  takeOff,
} from '#lib/subscription/returned-mail.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from './subscribers-in-memory.ts';

const SINCE = '2026-01-01T00:00:00.000Z';
const AT = '2026-01-05T07:01:00.000Z';
const ana = { topicId: 'harbour-talks', subscriberId: 'ana' };

async function storeWith(changes = {}) {
  const store = new SubscribersInMemory();
  await store.add(sampleSubscriber('ana', { since: SINCE, ...changes }));
  return { store, state: async () => (await store.get('', 'ana'))?.state };
}

describe('the state after a returned mail', () => {
  it.each([
    ['active', 'bounced', 'bounced'],
    ['pending', 'bounced', 'bounced'],
    ['unsubscribed', 'bounced', null],
    ['complained', 'bounced', null],
    ['bounced', 'bounced', null],
    ['active', 'complained', 'complained'],
    ['unsubscribed', 'complained', 'complained'],
    ['bounced', 'complained', 'complained'],
    ['complained', 'complained', null],
  ] as const)('of who is %s and is told to have %s is %s', (state, told, after) => {
    expect(stateAfter({ state, since: SINCE }, { state: told, at: AT })).toBe(after);
  });

  it('stays that of who confirmed again since', () => {
    const state = { state: 'active', since: '2026-01-06T00:00:00Z' } as const;
    expect(stateAfter(state, { state: 'bounced', at: AT })).toBeNull();
  });

  it('is that of a complaint, whatever the date of who is active says', () => {
    const state = { state: 'active', since: '2126-01-01T00:00:00Z' } as const;
    expect(stateAfter(state, { state: 'complained', at: AT })).toBe('complained');
  });

  it.each(['bounced', 'complained'] as const)(
    'is not %s by a mail to the address before a move, and is by one to the address now',
    (told) => {
      const moved = { state: 'active', since: SINCE, movedAt: '2026-01-05T07:00:30Z' } as const;
      const before = { state: told, at: AT, sentAt: '2026-01-05T07:00:00Z' };
      const after = { ...before, sentAt: '2026-01-05T07:00:45Z' };
      expect(stateAfter(moved, before)).toBeNull();
      expect(stateAfter(moved, after)).toBe(told);
    },
  );
});

describe('taking somebody off the list', () => {
  it('does not write over an unsubscribe that comes in between', async () => {
    const { store, state } = await storeWith();
    const { get } = store;
    vi.spyOn(store, 'get').mockImplementationOnce(async (...args) => {
      const seen = await get.apply(store, args);
      await store.setState('', 'ana', 'unsubscribed', AT);
      return seen;
    });
    await takeOff(ana, { state: 'bounced', at: AT }, store);
    expect(await state()).toBe('unsubscribed');
  });

  it('does nothing to who was erased', async () => {
    await takeOff(ana, { state: 'bounced', at: AT }, new SubscribersInMemory());
  });

  it('says so where the state never holds still', async () => {
    const { store } = await storeWith();
    vi.spyOn(store, 'setState').mockResolvedValue(false);
    const off = takeOff(ana, { state: 'bounced', at: AT }, store);
    await expect(off).rejects.toThrow('the state of ana changed 5 times');
  });
});

describe('soft bounces', () => {
  const day = (number: number) => new Date(Date.parse('2026-01-05') + number * 86_400_000);
  const date = (number: number) => day(number).toISOString().slice(0, 10);
  const weekly = Array.from({ length: SOFT_BOUNCE_LIMIT }, (_, i) => date(7 * i));

  it('end a subscription with the last of too many editions, whatever their order', async () => {
    for (const order of [weekly, weekly.toReversed()]) {
      const { store, state } = await storeWith();
      const states = [];
      for (const slot of order) {
        await noteSoftBounce(ana, { slot, at: AT }, store);
        await noteSoftBounce(ana, { slot, at: AT }, store);
        states.push(await state());
      }
      expect(states).toEqual([...Array(SOFT_BOUNCE_LIMIT - 1).fill('active'), 'bounced']);
    }
  });

  it('count within a window only', () => {
    const last = SOFT_BOUNCE_LIMIT - 1;
    const over = (days: number) => weekly.map((_, i) => date(Math.round((i * days) / last)));
    expect(isGivenUp(over(SOFT_BOUNCE_WINDOW_DAYS))).toBe(true);
    expect(isGivenUp(over(SOFT_BOUNCE_WINDOW_DAYS + 1))).toBe(false);
  });

  it('of an address before do not count', async () => {
    const { store, state } = await storeWith({ movedAt: AT });
    for (const slot of weekly) await noteSoftBounce(ana, { slot, at: AT, sentAt: SINCE }, store);
    expect(await state()).toBe('active');
  });

  it('of a subscription before this one do not count', async () => {
    const { store, state } = await storeWith({ since: `${date(10)}T00:00:00Z` });
    for (const slot of weekly)
      await noteSoftBounce(ana, { slot, at: '2026-02-20T00:00:00Z' }, store);
    expect(await state()).toBe('active');
  });
});

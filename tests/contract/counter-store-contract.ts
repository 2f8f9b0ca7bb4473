import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CounterStore } from '#lib/subscription/counter-store.ts';

const LATER = new Date('2999-01-01T00:00:00Z');

/** What every store of counters keeps. */
export function counterStoreContract(store: () => CounterStore): void {
  it('gives each caller a number of its own, also at once', async () => {
    const counter = randomUUID();
    const count = () => store().count(counter, 'today', LATER);
    const numbers = await Promise.all([count(), count(), count(), count()]);
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
  });

  it('counts each counter and each time by itself', async () => {
    const counter = randomUUID();
    await store().count(counter, 'today', LATER);
    expect(await store().count(counter, 'tomorrow', LATER)).toBe(1);
    expect(await store().count(randomUUID(), 'today', LATER)).toBe(1);
  });

  it('keeps the secret that was given first for a time', async () => {
    const time = randomUUID();
    expect(await store().secret(time, 'first', LATER)).toBe('first');
    expect(await store().secret(time, 'second', LATER)).toBe('first');
    expect(await store().secret(randomUUID(), 'second', LATER)).toBe('second');
  });
}

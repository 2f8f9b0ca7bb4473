import { describe, expect, it } from 'vitest';
import { generator } from '../generator.ts';
import { BenchQueue } from './bench-queue.ts';

const VISIBILITY_MS = 1_000;

const open = (changes: { twiceShare?: number; receptions?: number } = {}) =>
  new BenchQueue({
    ...{ visibilityMs: VISIBILITY_MS, twiceShare: 0, receptions: 100, random: generator(1) },
    ...changes,
  });

const bodies = (queue: BenchQueue, now: number) => queue.receive(10, now).map(({ body }) => body);

describe('the queue of the bench', () => {
  it('brings back what is not done with after the visibility time, and only that', () => {
    const queue = open();
    queue.put('a');
    queue.put('b');
    const received = queue.receive(10, 0);
    queue.done(received.find(({ body }) => body === 'a')?.messageId ?? '');
    expect(bodies(queue, VISIBILITY_MS - 1)).toEqual([]);
    expect(queue.counts(0)).toEqual({ visible: 0, hidden: 1 });
    expect(queue.nextAt()).toBe(VISIBILITY_MS);
    expect(bodies(queue, VISIBILITY_MS)).toEqual(['b']);
  });

  it('brings every message, in no order that could be relied on', () => {
    const queue = open();
    const put = Array.from({ length: 10 }, (_, i) => String(i));
    for (const body of put) queue.put(body);
    const received = bodies(queue, 0);
    expect(received).not.toEqual(put);
    expect(received.toSorted()).toEqual(put);
  });

  it('brings messages twice', () => {
    const queue = open({ twiceShare: 1 });
    queue.put('a');
    expect(bodies(queue, 0)).toEqual(['a', 'a']);
  });

  it('puts what was received too often to the dead letters', () => {
    const queue = open({ receptions: 2 });
    queue.put('a');
    expect([0, 1_000, 2_000].map((now) => bodies(queue, now))).toEqual([['a'], ['a'], []]);
    expect(queue.dead).toBe(1);
    expect(queue.counts(2_000)).toEqual({ visible: 0, hidden: 0 });
  });
});

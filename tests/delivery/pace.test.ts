import { describe, expect, it, vi } from 'vitest';
import { ASK_AGAIN_MS, LIMITS_KEPT_MS } from '#lib/delivery/pace-state.ts';
import { QuotaPace } from '#lib/delivery/pace.ts';
import type { SendLimits } from '#lib/delivery/send-quota.ts';
import { Turns } from '#lib/delivery/turns.ts';
import { paceInProcess } from '#lib/local/pace-in-process.ts';

const waits = vi.hoisted(() => [] as number[]);
vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => {
    waits.push(ms);
    await new Promise((resolve) => setImmediate(resolve));
  },
}));

const START = Date.parse('2026-01-05T07:00:00Z');
const limits: SendLimits = { maxPerDay: 1_000, maxPerSecond: 100, sentLast24h: 0 };

/** Workers that share a store, a clock and an account. */
function setup(read: () => Promise<SendLimits> = async () => limits) {
  let now = START;
  const quota = { read: vi.fn(read) };
  const store = paceInProcess();
  const worker = () => new QuotaPace({ store, quota, now: () => new Date(now) });
  const advance = (ms: number) => void (now += ms);
  return { quota, worker, advance, by: START + 3_600_000 };
}

describe('the pace of several workers', () => {
  it('is one: each begins where the one before ends', async () => {
    const { worker, by } = setup();
    const [first, second] = [await worker().reserve(25, by), await worker().reserve(25, by)];
    expect(first).toMatchObject({ kind: 'go', startsAt: START });
    const intervalMs = 1000 / 95;
    expect(second).toMatchObject({ kind: 'go', startsAt: START + 25 * intervalMs, intervalMs });
  });

  it('is closed, for who looks, exactly while the server says that the day is used up', async () => {
    let sentLast24h = 950;
    const { worker, advance } = setup(async () => ({ ...limits, sentLast24h }));
    expect(await worker().look()).toBeGreaterThan(START);
    advance(LIMITS_KEPT_MS);
    sentLast24h = 0;
    expect(await worker().look()).toBeNull();
  });

  it('asks for the quota once in ten seconds, whoever does', async () => {
    const { quota, worker, advance, by } = setup();
    const workers = [worker(), worker(), worker()];
    for (let second = 0; second < 25; second++) {
      for (const each of workers) await each.reserve(1, by);
      advance(1_000);
    }
    expect(LIMITS_KEPT_MS).toBe(10_000);
    expect(quota.read).toHaveBeenCalledTimes(3);
  });

  it('lets one ask first, and the others wait for the answer', async () => {
    let answer: (limits: SendLimits) => void = () => {};
    const { quota, worker, by } = setup(() => new Promise((resolve) => (answer = resolve)));
    const first = worker().reserve(5, by);
    await vi.waitFor(() => expect(quota.read).toHaveBeenCalled());
    waits.length = 0;
    const second = worker().reserve(5, by);
    await vi.waitFor(() => expect(waits[0]).toBe(ASK_AGAIN_MS));
    answer(limits);
    expect(await first).toMatchObject({ kind: 'go', count: 5 });
    expect(await second).toMatchObject({ kind: 'go', count: 5 });
    expect(quota.read).toHaveBeenCalledTimes(1);
  });

  it('goes on by what the server said before where it does not answer, and not at all before it has', async () => {
    const told = [Promise.resolve(limits), Promise.reject(new Error('no answer'))];
    const { worker, advance, by } = setup(() => told.shift() ?? Promise.reject(new Error('none')));
    const pace = worker();
    await pace.reserve(1, by);
    advance(LIMITS_KEPT_MS);
    expect(await pace.reserve(1, by)).toMatchObject({ kind: 'go' });
    const silent = setup(() => Promise.reject(new Error('no answer')));
    await expect(silent.worker().reserve(1, silent.by)).rejects.toThrow('no answer');
  });

  it('is known to be at its end for a minute without asking, once the day’s quota is used up', async () => {
    const { worker, advance, by } = setup(async () => ({ ...limits, sentLast24h: 950 }));
    const pace = worker();
    expect(pace.closedUntil()).toBeNull();
    expect(await pace.reserve(1, by)).toMatchObject({ kind: 'wait', limit: 'day' });
    expect(pace.closedUntil()).toBeGreaterThan(START);
    advance(60_000);
    expect(pace.closedUntil()).toBeNull();
  });
});

it('asks nobody for leave to send nothing', async () => {
  const { quota, worker, by } = setup();
  expect(await worker().reserve(0, by)).toMatchObject({ kind: 'go', count: 0 });
  expect(quota.read).not.toHaveBeenCalled();
});

describe('turns', () => {
  const now = () => new Date(START);

  it('come one interval after the other, as many as there is leave for', async () => {
    waits.length = 0;
    const turns = new Turns({ kind: 'go', count: 3, startsAt: START + 50, intervalMs: 100 }, now);
    expect([await turns.next(), await turns.next(), await turns.next()]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await turns.next()).toBe(false);
    expect(waits).toEqual([50, 150, 250]);
  });

  it('say until when there are none', async () => {
    const turns = new Turns({ kind: 'wait', limit: 'day', until: START }, now);
    expect(await turns.next()).toBe(false);
    expect(turns.reason).toBe("the day's quota is used up, until about 2026-01-05T07:00:00.000Z");
  });
});

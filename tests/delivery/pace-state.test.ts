import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BURST_MS,
  EXHAUSTED_MS,
  exhausted,
  FIRST_STATE,
  rateAt,
  reserve,
  slower,
  withLimits,
  type PaceState,
} from '#lib/delivery/pace-state.ts';
import { CONFIRMATION_SHARE, type SendLimits } from '#lib/delivery/send-quota.ts';

const NOW = Date.parse('2026-01-05T07:00:00Z');
const DAY_MS = 86_400_000;
const limits: SendLimits = { maxPerDay: 50_000, maxPerSecond: 20, sentLast24h: 0 };
const asked = (changes: Partial<SendLimits> = {}): PaceState =>
  withLimits(FIRST_STATE, { ...limits, ...changes }, NOW);
const minute = { now: NOW, by: NOW + 60_000 };

describe('leave to send', () => {
  it('keeps a share of rate and day free for confirmation mails', () => {
    const { answer } = reserve(asked({ maxPerDay: 200 }), { count: 500, ...minute });
    const perSecond = 20 * (1 - CONFIRMATION_SHARE);
    expect(answer).toEqual({ kind: 'go', count: 190, startsAt: NOW, intervalMs: 1000 / perSecond });
  });

  it('never lets two mails begin closer than the rate allows, nor more than the day bears, whoever asks when', () => {
    const asks = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.nat(5_000)), {
      maxLength: 60,
    });
    const accounts = fc.record({
      maxPerDay: fc.integer({ min: 0, max: 700 }),
      maxPerSecond: fc.integer({ min: 1, max: 500 }),
      sentLast24h: fc.nat(300),
    });
    fc.assert(
      fc.property(asks, accounts, (calls, account) => {
        let state = asked(account);
        let now = NOW;
        const begins: number[] = [];
        for (const [count, pause] of calls) {
          now += pause;
          const by = now + 10_000;
          const { state: next, answer } = reserve(state, { count, now, by });
          state = next;
          if (answer.kind === 'wait') continue;
          for (let i = 0; i < answer.count; i++)
            begins.push(answer.startsAt + i * answer.intervalMs);
          expect(begins.at(-1)).toBeLessThan(by);
        }
        const intervalMs = 1000 / (account.maxPerSecond * (1 - CONFIRMATION_SHARE));
        for (const [i, at] of begins.entries())
          expect(at - (begins[i - 1] ?? -Infinity)).toBeGreaterThan(intervalMs - 0.01);
        expect(begins.length + account.sentLast24h).toBeLessThanOrEqual(
          Math.max(account.maxPerDay, account.sentLast24h),
        );
      }),
    );
  });

  it('is given for what fits before the worker has to end, and the others wait for their turn', () => {
    const first = reserve(asked({ maxPerSecond: 1 }), { count: 25, now: NOW, by: NOW + 5_000 });
    expect(first.answer).toMatchObject({ kind: 'go', count: 5 });
    const next = reserve(first.state, { count: 25, now: NOW, by: NOW + 5_000 });
    expect(next.answer).toEqual({ kind: 'wait', limit: 'rate', until: first.state.freeAt });
    expect(next.state).toBe(first.state);
  });

  it('ends with the day’s quota, until the first mail of that day leaves the window', () => {
    const first = reserve(asked({ maxPerDay: 100 }), { count: 95, ...minute });
    const later = { now: NOW + 60_000, by: NOW + 120_000 };
    const { answer } = reserve(first.state, { count: 1, ...later });
    expect(answer).toEqual({ kind: 'wait', limit: 'day', until: NOW + DAY_MS });
  });

  it('counts what is still to come when the server tells how many it has had', () => {
    const { state } = reserve(asked({ maxPerDay: 100, maxPerSecond: 1 }), { count: 25, ...minute });
    const told = { ...limits, maxPerDay: 100, maxPerSecond: 1, sentLast24h: 9 };
    const { granted } = withLimits(state, told, NOW + 10_000);
    expect(granted).toBe(16);
  });

  it('knows no bounds where the server has none', () => {
    const none = { maxPerDay: null, maxPerSecond: null, sentLast24h: 0 };
    const { answer } = reserve(withLimits(FIRST_STATE, none, NOW), { count: 25, ...minute });
    expect(answer).toEqual({ kind: 'go', count: 25, startsAt: NOW, intervalMs: 0 });
  });
});

describe('a refusal', () => {
  it('because of the rate halves it once a burst, and it comes back evenly', () => {
    const full = rateAt(asked(), NOW) ?? 0;
    const once = slower(asked(), NOW);
    expect(slower(once, NOW + BURST_MS - 1)).toBe(once);
    expect(rateAt(once, NOW)).toBe(full / 2);
    expect(once.freeAt).toBe(NOW + BURST_MS);
    expect(rateAt(once, NOW + 25_000)).toBeCloseTo(full * 0.75);
    expect(rateAt(once, NOW + 90_000)).toBe(full);
    const twice = slower(once, NOW + BURST_MS);
    expect(rateAt(twice, NOW + BURST_MS)).toBeCloseTo(full * 0.255);
  });

  it('never stops the sending, however many there are', () => {
    let state = asked();
    for (let i = 0; i < 50; i++) state = slower(state, NOW + i * BURST_MS);
    expect(rateAt(state, NOW + 50 * BURST_MS)).toBeGreaterThan(0.4);
  });

  it('because of the day stops all, whatever the server counts, and is then tried again', () => {
    const state = exhausted(asked(), NOW);
    const at = (now: number) => reserve(state, { count: 5, now, by: now + 60_000 }).answer;
    expect(at(NOW)).toEqual({ kind: 'wait', limit: 'day', until: NOW + EXHAUSTED_MS });
    expect(at(NOW + EXHAUSTED_MS)).toMatchObject({ kind: 'go', count: 5 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRY_OVER_DAYS, forecast, formatForecast } from '#lib/delivery/forecast.ts';
import type { SendLimits } from '#lib/delivery/send-quota.ts';

const NOW = new Date('2026-01-05T07:00:00Z');
const account: SendLimits = { maxPerDay: 1_000, maxPerSecond: 10, sentLast24h: 50 };
const foretell = (recipients: number, limits: Partial<SendLimits> = {}) =>
  forecast({ recipients, limits: { ...account, ...limits }, now: NOW, usdAThousand: 0.1 });

describe('a forecast', () => {
  it('tells rate, end, share of the day and cost of what fits today', () => {
    const told = foretell(475);
    expect(told).toMatchObject({ perSecond: 9.5, today: 475, carriedOver: 0, shareOfDay: 0.5 });
    expect(told).toMatchObject({ finishesAt: '2026-01-05T07:00:50.000Z', refusal: null });
    expect(told.costUsd).toBeCloseTo(0.0475);
    expect(formatForecast(told)).toEqual([
      'forecast: 475 recipients, 9.5 a second, done about 2026-01-05T07:00:50.000Z, about $0.05',
      '  50 % of what a day bears',
    ]);
  });

  it('carries over what the day does not bear, with the share for confirmation mails left free', () => {
    const told = foretell(2_000);
    expect(told).toMatchObject({ today: 900, carriedOver: 1_100, refusal: null });
    // 950 tomorrow, the last 150 the day after.
    expect(told.finishesAt).toBe('2026-01-07T07:00:15.789Z');
    expect(formatForecast(told)).toContain("  900 today, 1100 when the day's quota moves");
  });

  it('refuses what goes on for too many days, and an account that may not send', () => {
    expect(foretell(900 + CARRY_OVER_DAYS * 950).refusal).toBeNull();
    expect(foretell(901 + CARRY_OVER_DAYS * 950).refusal).toMatch(/ask for a higher quota$/);
    expect(foretell(1, { maxPerDay: 0 }).refusal).toBe('the account may not send at present');
    expect(foretell(0, { maxPerDay: 0 }).refusal).toBeNull();
  });

  it('knows no end, share or cost of a server without limits or prices', () => {
    const limits = { maxPerDay: null, maxPerSecond: null, sentLast24h: 0 };
    const told = forecast({ recipients: 1, limits, now: NOW, usdAThousand: null });
    expect(told).toMatchObject({ today: 1, finishesAt: null, shareOfDay: null, costUsd: null });
    expect(formatForecast(told)).toEqual(['forecast: 1 recipient, no limit of the rate']);
  });

  it('leaves nobody out', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.nat(1e6), fc.nat(1e6), (recipients, maxPerDay, sentLast24h) => {
        const { today, carriedOver } = foretell(recipients, { maxPerDay, sentLast24h });
        expect(today + carriedOver).toBe(recipients);
        expect(today + sentLast24h).toBeLessThanOrEqual(Math.max(maxPerDay, sentLast24h));
      }),
    );
  });
});

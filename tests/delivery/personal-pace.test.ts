import { expect, it } from 'vitest';
import { FIRST_STATE, reserve, reservePersonal, type PaceState } from '#lib/delivery/pace-state.ts';

const now = Date.parse('2026-01-05T07:00:00Z');
const by = now + 3_000;

const stateWith = (sentLast24h = 0): PaceState => ({
  ...FIRST_STATE,
  limits: { maxPerDay: 100, maxPerSecond: 10, sentLast24h },
  readAt: now,
});

it('a mail that a person waits for passes an edition that has the rate for a minute', () => {
  const underWay = reserve(stateWith(), { count: 90, now, by: now + 60_000 }).state;
  expect(underWay.freeAt).toBeGreaterThan(by);
  expect(reservePersonal(underWay, { now, by }).answer).toMatchObject({
    kind: 'go',
    startsAt: now,
  });
});

it('such mails use the share of the rate that the edition leaves free, and no more', () => {
  let state = reserve(stateWith(), { count: 90, now, by: now + 60_000 }).state;
  const starts: number[] = [];
  for (;;) {
    const { state: after, answer } = reservePersonal(state, { now, by });
    if (answer.kind === 'wait') break;
    starts.push(answer.startsAt - now);
    state = after;
  }
  expect(starts).toEqual([0, 2_000]);
});

it('such mails have the whole rate where no edition is under way', () => {
  const first = reservePersonal(stateWith(), { now, by });
  expect(reservePersonal(first.state, { now, by }).answer).toMatchObject({ startsAt: now + 100 });
});

it('the last of the day are for persons: an edition gets none of them', () => {
  const state = stateWith(95);
  expect(reserve(state, { count: 1, now, by }).answer).toMatchObject({
    kind: 'wait',
    limit: 'day',
  });
  expect(reservePersonal(state, { now, by }).answer.kind).toBe('go');
  expect(reservePersonal(stateWith(100), { now, by }).answer).toMatchObject({ limit: 'day' });
});

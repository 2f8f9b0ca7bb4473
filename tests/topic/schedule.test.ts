import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cronExpression,
  dueSlotDate,
  isScheduled,
  latestStart,
  nextSlotDate,
  slotInstant,
} from '#lib/topic/schedule.ts';
import type { Schedule } from '#lib/topic/topic.ts';

const mondaysInSeoul: Schedule = {
  days: ['monday'],
  time: '07:00',
  timeZone: 'Asia/Seoul',
  latestStartHours: 12,
};

describe('the slot that is due', () => {
  it('is last Monday on any other day', () => {
    expect(dueSlotDate(mondaysInSeoul, new Date('2026-11-19T12:00:00Z'))).toBe('2026-11-16');
  });

  it('is read on the clock of the topic, not of the machine', () => {
    const justBefore = new Date('2026-11-15T21:59:00Z');
    const onTime = new Date('2026-11-15T22:00:00Z');
    expect(dueSlotDate(mondaysInSeoul, justBefore)).toBe('2026-11-09');
    expect(dueSlotDate(mondaysInSeoul, onTime)).toBe('2026-11-16');
    expect(nextSlotDate(mondaysInSeoul, justBefore)).toBe('2026-11-16');
    expect(nextSlotDate(mondaysInSeoul, onTime)).toBe('2026-11-23');
  });

  it('keeps to wall-clock time over a change of daylight saving', () => {
    const newYork = {
      ...mondaysInSeoul,
      days: ['sunday' as const],
      time: '06:30',
      timeZone: 'America/New_York',
    };
    expect(dueSlotDate(newYork, new Date('2026-11-01T11:29:00Z'))).toBe('2026-10-25');
    expect(dueSlotDate(newYork, new Date('2026-11-01T11:30:00Z'))).toBe('2026-11-01');
  });

  it('is a scheduled day, with no other scheduled day between it and the next', () => {
    const weekdays = fc.uniqueArray(
      fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(
        weekdays,
        fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.constantFrom('Asia/Seoul', 'America/New_York', 'Pacific/Apia', 'UTC'),
        (days, now, timeZone) => {
          const schedule = { days, time: '07:00', timeZone } as Schedule;
          const due = dueSlotDate(schedule, now);
          const next = nextSlotDate(schedule, now);
          expect(isScheduled(schedule, due)).toBe(true);
          expect(isScheduled(schedule, next)).toBe(true);
          for (let at = Date.parse(due) + 86_400_000; at < Date.parse(next); at += 86_400_000)
            expect(isScheduled(schedule, new Date(at).toISOString().slice(0, 10))).toBe(false);
        },
      ),
    );
  });
});

describe('the instant of a slot', () => {
  const at = (timeZone: string, date: string, time = '07:00') =>
    slotInstant({ ...mondaysInSeoul, timeZone, time }, date).toISOString();

  it('is read on the clock of the topic, on both sides of a change of daylight saving', () => {
    expect(at('Asia/Seoul', '2026-11-16')).toBe('2026-11-15T22:00:00.000Z');
    expect(at('America/New_York', '2026-10-31')).toBe('2026-10-31T11:00:00.000Z');
    expect(at('America/New_York', '2026-11-01')).toBe('2026-11-01T12:00:00.000Z');
    expect(at('Europe/Berlin', '2026-03-29', '02:30')).toMatch(/^2026-03-29T0[01]:30/);
  });

  it('is when the slot becomes the one that is due', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Asia/Seoul', 'America/New_York', 'Pacific/Apia', 'UTC'),
        fc.integer({ min: 0, max: 3_000 }),
        (timeZone, week) => {
          const schedule = { ...mondaysInSeoul, timeZone };
          const monday = new Date(Date.UTC(2020, 0, 6 + 7 * week)).toISOString().slice(0, 10);
          const due = slotInstant(schedule, monday);
          expect(dueSlotDate(schedule, due)).toBe(monday);
          expect(dueSlotDate(schedule, new Date(due.getTime() - 1))).not.toBe(monday);
        },
      ),
    );
  });

  it('is the beginning of the hours in which its sending may begin', () => {
    const schedule = { ...mondaysInSeoul, latestStartHours: 1.5 };
    expect(latestStart(schedule, '2026-11-16').toISOString()).toBe('2026-11-15T23:30:00.000Z');
  });
});

describe("EventBridge Scheduler's form", () => {
  it('names weekdays, hour and minute', () => {
    expect(cronExpression({ ...mondaysInSeoul, days: ['monday', 'thursday'], time: '18:05' })).toBe(
      'cron(5 18 ? * MON,THU *)',
    );
  });
});

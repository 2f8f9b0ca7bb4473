import type { Schedule } from './topic.ts';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The latest scheduled local date at or before `now`: the slot that a digest composed now belongs to. */
export function dueSlotDate(schedule: Schedule, now: Date): string {
  const { date, time } = wallClock(schedule.timeZone, now);
  const today = isScheduled(schedule, date) && schedule.time <= time;
  return today ? date : scan(schedule, date, -1);
}

/** The first scheduled local date after `now`. */
export function nextSlotDate(schedule: Schedule, now: Date): string {
  const { date, time } = wallClock(schedule.timeZone, now);
  const today = isScheduled(schedule, date) && schedule.time > time;
  return today ? date : scan(schedule, date, 1);
}

/** The instant at which the slot of a local date is due; within an hour of it where the clock skips that time in spring. */
export function slotInstant({ time, timeZone }: Schedule, date: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The offset of a moment near by may be that of the other side of a change; that of the result is right.
  const guess = asUtc - offsetMs(timeZone, asUtc);
  return new Date(asUtc - offsetMs(timeZone, guess));
}

/** The last instant at which the sending of a slot may begin by itself. */
export function latestStart(schedule: Schedule, date: string): Date {
  const due = slotInstant(schedule, date).getTime();
  return new Date(due + schedule.latestStartHours * HOUR_MS);
}

/** EventBridge Scheduler's cron form of a schedule, read in its own time zone: `cron(0 7 ? * MON *)`. */
export function cronExpression({ days, time }: Schedule): string {
  const [hour, minute] = time.split(':').map(Number);
  const list = days.map((day) => day.slice(0, 3).toUpperCase()).join(',');
  return `cron(${minute} ${hour} ? * ${list} *)`;
}

/** Whether a local date is one of the schedule's days. */
export function isScheduled({ days }: Schedule, date: string): boolean {
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
  return weekday !== undefined && days.includes(weekday);
}

function scan(schedule: Schedule, from: string, step: 1 | -1): string {
  for (let days = 1; days <= 7; days++) {
    const date = new Date(Date.parse(from) + step * days * DAY_MS).toISOString().slice(0, 10);
    if (isScheduled(schedule, date)) return date;
  }
  throw new RangeError('a schedule has at least one weekday');
}

function wallClock(timeZone: string, at: Date): { date: string; time: string } {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = text.split(' ');
  return { date, time };
}

/** How far a zone's clock is before UTC at an instant. */
function offsetMs(timeZone: string, at: number): number {
  const { date, time } = wallClock(timeZone, new Date(at));
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return Date.parse(`${date}T${time}:00Z`) - minute;
}

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

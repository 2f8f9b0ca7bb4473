import { InvalidArgumentError } from 'commander';
import type { Slot } from '#lib/edition/edition.ts';
import { dueSlotDate, isScheduled, nextSlotDate } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { UsageError } from './usage-error.ts';

/** Parses a `--slot` date: a day of the calendar as YYYY-MM-DD. */
export function parseSlotDate(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`);
  if (!isDay || Number.isNaN(isDay.getTime()) || isDay.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Expected a date such as 2026-11-16.');
  return text;
}

/**
 * The slot of a date; without one, the slot that is due now.
 * @throws UsageError where the topic's schedule has no slot on that date, naming its neighbours
 */
export function chooseSlot(topic: Topic, date: string | undefined, now: Date): Slot {
  if (date === undefined) return { topicId: topic.id, date: dueSlotDate(topic.schedule, now) };
  if (isScheduled(topic.schedule, date)) return { topicId: topic.id, date };
  const noon = new Date(`${date}T12:00:00Z`);
  const near = `${dueSlotDate(topic.schedule, noon)} and ${nextSlotDate(topic.schedule, noon)}`;
  throw new UsageError(
    `${date} is no slot of ${topic.id}, which is due on ${describeSchedule(topic)}; the nearest are ${near}`,
  );
}

/**
 * The slot of a date that has come; without one, the slot that is due now.
 * @throws UsageError as `chooseSlot`, and for a slot to come: what is frozen early misses what is still to be read
 */
export function chooseDueSlot(topic: Topic, date: string | undefined, now: Date): Slot {
  const slot = chooseSlot(topic, date, now);
  const due = dueSlotDate(topic.schedule, now);
  if (slot.date <= due) return slot;
  throw new UsageError(
    `${slot.date} is still to come (${describeSchedule(topic)}); the slot that is due is ${due}. --dry-run shows an edition before its time`,
  );
}

/** "monday, thursday at 07:00 (Asia/Seoul)" */
export function describeSchedule({ schedule: { days, time, timeZone } }: Topic): string {
  return `${days.join(', ')} at ${time} (${timeZone})`;
}

/** "us-north-korea 2026-11-16": how the CLI names a slot. */
export function formatSlot({ topicId, date }: Slot): string {
  return `${topicId} ${date}`;
}

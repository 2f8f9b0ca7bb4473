import { latestStart } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** A line on an edition whose sending should have begun before: a person sends it all the same. */
export function lateness(topic: Topic, date: string, now: Date): string[] {
  const startBy = latestStart(topic.schedule, date);
  if (now <= startBy) return [];
  const hours = Math.floor((now.getTime() - startBy.getTime()) / HOUR_MS);
  const late = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  return [`  late: its sending should have begun by ${startBy.toISOString()}, ${late} ago`];
}

const HOUR_MS = 3_600_000;

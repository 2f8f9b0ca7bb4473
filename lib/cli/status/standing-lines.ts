import { hasBegun, type EditionHead } from '#lib/delivery/edition-head.ts';
import { latestStart } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';

/** What keeps an edition from going out; nothing where it does. */
export function standingLines(
  head: EditionHead | null,
  topic: Topic,
  date: string,
  now: Date,
): string[] {
  if (head?.state === 'sending') return [];
  if (head !== null && hasBegun(head)) {
    const { state, since, by, reason } = head;
    return [`  ${state} since ${since}, by ${by}${reason === null ? '' : `: ${reason}`}`];
  }
  const startBy = head?.startBy ?? latestStart(topic.schedule, date).toISOString();
  const isLate = now > new Date(startBy);
  const isWaiting = head !== null || topic.approval;
  if (isWaiting) {
    const reason = head?.reason ? `: ${head.reason}` : '';
    const command = `parley approve ${date} --topic ${topic.id}${isLate ? ' --late' : ''}`;
    return [`  waits for approval${reason} (${command})`, ...untilLines(startBy, isLate)];
  }
  return isLate ? untilLines(startBy, isLate) : [];
}

const untilLines = (startBy: string, isLate: boolean): string[] =>
  isLate
    ? [`  too late to be sent by itself: its sending should have begun by ${startBy}`]
    : [`  unless approved by ${startBy}, it is not sent`];

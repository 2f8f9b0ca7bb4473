import type { Topic } from './topic.ts';

/** The era a date lies in, by its calendar day as written (no shift of time zone); null for neither. */
export function eraOf(topic: Topic, date: string): 'then' | 'now' | null {
  const day = date.slice(0, 10);
  for (const era of ['then', 'now'] as const) {
    const { from, to } = topic.eras[era];
    if (day >= from && day <= to) return era;
  }
  return null;
}

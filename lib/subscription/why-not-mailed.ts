import { settingsOf } from './settings.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Why an edition is not mailed to somebody as they are now: a state, `removed` or `paused`; null where
 * it is. A pause counts by the edition's own date, so that the answer is the same whenever it is asked.
 * @param slot the edition's scheduled local date, ISO
 */
export function whyNotMailed(subscriber: Subscriber | undefined, slot: string): string | null {
  if (subscriber?.state !== 'active') return subscriber?.state ?? 'removed';
  const { pausedUntil } = settingsOf(subscriber);
  return pausedUntil !== null && slot < pausedUntil ? 'paused' : null;
}

import { settingsOf, type Settings } from './settings.ts';
import type { Addressee, Subscriber, SubscriberStore } from './subscriber.ts';

/** What a subscriber can change by themselves. */
export interface Preferences extends Settings {
  name: string | null;
}
export type PreferenceKey = keyof Preferences;

/** Weeks that a pause can last. */
export const PAUSE_WEEKS = [1, 2, 4, 8, 12] as const;

const DAY_MS = 86_400_000;
const ATTEMPTS = 5;

export function preferencesOf(subscriber: Subscriber): Preferences {
  return { ...settingsOf(subscriber), name: subscriber.name };
}

/** The local date on which a pause of some weeks ends, by the subscriber's clock. */
export function pauseEnd(weeks: number, timeZone: string, now: Date): string {
  return localDate(timeZone, new Date(now.getTime() + weeks * 7 * DAY_MS));
}

/** Until when somebody is paused now, or null: a pause that is over is none. */
export function pausedUntil({ pausedUntil: until, timeZone }: Settings, now: Date): string | null {
  return until !== null && until > localDate(timeZone, now) ? until : null;
}

/**
 * Changes the preferences of an active subscriber.
 * @returns what changed, which may be nothing; null where they are no subscriber
 */
export async function changePreferences(
  { topicId, subscriberId }: Addressee,
  wanted: Partial<Preferences>,
  store: Pick<SubscriberStore, 'get' | 'change'>,
): Promise<{ subscriber: Subscriber; changed: PreferenceKey[] } | null> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const standing = await store.get(topicId, subscriberId);
    if (standing?.state !== 'active') return null;
    const before = preferencesOf(standing);
    const { name, ...settings } = { ...before, ...wanted };
    const after: Preferences = { ...settings, name };
    const changed = KEYS.filter((key) => before[key] !== after[key]);
    if (changed.length === 0) return { subscriber: standing, changed };
    const subscriber = { ...standing, name, settings };
    if (await store.change(subscriber, standing)) return { subscriber, changed };
  }
  throw new Error(`${subscriberId} changed ${ATTEMPTS} times while their preferences were written`);
}

const KEYS = ['cadence', 'pausedUntil', 'name', 'timeZone', 'language'] as const;

function localDate(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

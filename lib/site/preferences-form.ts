import * as z from 'zod/mini';
import { wordingLanguages, type Wording } from '#lib/briefing/wording.ts';
import { SubscriberName } from '#lib/subscription/new-subscriber.ts';
import { PAUSE_WEEKS, pauseEnd, type Preferences } from '#lib/subscription/preferences.ts';
import { CADENCES, Settings } from '#lib/subscription/settings.ts';

/** What is wrong with a form of preferences, by field. */
export type PreferenceFaults = Partial<
  Record<'cadence' | 'pause' | 'name' | 'time-zone' | 'language', string>
>;

/** What the pause may be set to beside a number of weeks: as it is, or none. */
export const KEEP_PAUSE = 'keep';
export const NO_PAUSE = 'none';

const Pause = z.enum([KEEP_PAUSE, NO_PAUSE, ...PAUSE_WEEKS.map(String)]);

/** A form of preferences that was sent. A field that is not in it stays as it is. */
export function parsePreferences(
  values: Record<string, string>,
  wording: Wording,
  now: Date,
): { ok: true; wanted: Partial<Preferences> } | { ok: false; faults: PreferenceFaults } {
  const words = wording.pages;
  const name = z.optional(SubscriberName).safeParse(values['name']?.trim());
  const cadence = z.optional(z.enum(CADENCES)).safeParse(values['cadence']);
  const zone = z.optional(Settings.shape.timeZone).safeParse(values['time-zone']);
  const language = z.optional(z.enum(wordingLanguages())).safeParse(values['language']);
  const pause = z.optional(Pause).safeParse(values['pause']);
  if (!name.success || !cadence.success || !zone.success || !language.success || !pause.success) {
    const faults = {
      ...(!cadence.success && { cadence: words.subscribe.cadenceFault }),
      ...(!pause.success && { pause: words.preferences.pauseFault }),
      ...(!name.success && { name: words.subscribe.nameFault }),
      ...(!zone.success && { 'time-zone': words.subscribe.timeZoneFault }),
      ...(!language.success && { language: words.preferences.languageFault }),
    };
    return { ok: false, faults };
  }
  const wanted = {
    ...(name.data !== undefined && { name: name.data || null }),
    ...(cadence.data !== undefined && { cadence: cadence.data }),
    ...(zone.data !== undefined && { timeZone: zone.data }),
    ...(language.data !== undefined && { language: language.data }),
    ...pauseWanted(pause.data ?? KEEP_PAUSE, zone.data ?? 'UTC', now),
  };
  return { ok: true, wanted };
}

function pauseWanted(pause: string, timeZone: string, now: Date): Partial<Preferences> {
  if (pause === KEEP_PAUSE) return {};
  return { pausedUntil: pause === NO_PAUSE ? null : pauseEnd(Number(pause), timeZone, now) };
}

import type { Briefing } from './briefing.ts';
import type { Wording } from './wording.ts';

/** In the order in which a reader meets them. */
export const ERAS = ['then', 'now'] as const;

/** What the sides of a comparison are put into words from. */
export interface Sides {
  briefing: Briefing;
  wording: Wording;
  /** Number of an article under Sources, by id. */
  numbers: ReadonlyMap<string, number>;
}

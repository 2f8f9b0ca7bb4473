/** What talks turn on, in the order in which a briefing tells it. */
export const FACTORS = [
  'outlook',
  'intent',
  'rapport',
  'domestic',
  'terms',
  'leverage',
  'capability',
  'sanctions',
  'partners',
  'channels',
  'provocation',
] as const;
export type Factor = (typeof FACTORS)[number];

import type { FactorRule } from './factor-rule.ts';

/** Rules for hints: they tip the scales where nothing plainer is said. */
// prettier-ignore
export const RULES_OF_HINTS: FactorRule[] = [
  { id: 'domestic/hint', factor: 'domestic', weight: 0.25, all: ['domestic_hint'],
    because: 'Politics, economy and hardship of a country.',
    yes: 'The harvest was poor.', no: 'The concert was poor.' },
  { id: 'terms/hint', factor: 'terms', weight: 0.25, all: ['terms_hint'],
    because: 'Words of bargaining and of law.',
    yes: 'The clause was struck out.', no: 'The batter was struck out.' },
  { id: 'leverage/hint', factor: 'leverage', weight: 0.25, all: ['leverage_hint'],
    because: 'Words of strength, cost and gain.',
    yes: 'There is much to gain.', no: 'There is much to see.' },
  { id: 'sanctions/hint', factor: 'sanctions', weight: 0.25, all: ['sanctions_hint'],
    because: 'Trade, money and goods.',
    yes: 'Tourism has recovered.', no: 'The patient has recovered.' },
  { id: 'partners/hint', factor: 'partners', weight: 1, all: ['partners_hint'],
    because: 'Regions, blocs and backers.',
    yes: 'They stood side by side at the parade.', no: 'They stood in line at the bakery.' },
  { id: 'partners/hints', factor: 'partners', weight: 0.25, all: ['partners_hint', 'partners_hint'], within: 25,
    because: 'Several words of regions, blocs and backers.',
    yes: 'Cooperation in the region is growing.', no: 'Traffic in the city is growing.' },
  { id: 'channels/hint', factor: 'channels', weight: 0.25, all: ['channels_hint'],
    because: 'Ways, places and times of contact.',
    yes: 'It was done in secret, behind closed doors.', no: 'It was done in daylight.' },
];

import type { Factor } from '../analysis.ts';

/**
 * What a class of words means for talks happening and progressing, before negation:
 * 1 speaks for them, -1 against, smaller figures less plainly.
 */
export const POLARITY: Record<string, number> = {
  resume: 1,
  progress: 1,
  optimism: 1,
  want: 1,
  commit: 1,
  accept: 0.8,
  attempt: 0.5,
  invitation: 0.9,
  rapport: 0.8,
  mediation: 0.5,
  contact: 0.4,
  envoy: 0.3,
  preparation: 0.6,
  relief: 0.6,
  occur: 0.3,
  stalled: -1.2,
  unchanging: -0.8,
  collapse: -1.2,
  pessimism: -1,
  difficulty: -0.8,
  unwilling: -1,
  provocation: -1,
  animosity: -1,
  third_role: -0.4,
  election: -0.4,
  domestic: -0.6,
  terms: -0.2,
  leverage: -0.4,
  growth: -0.2,
  sanctions: -0.2,
};

/** What speaks neither way by itself, but does when it is refused or prevented ("no talks"). */
export const OBJECTS: Record<string, number> = { talks: 0.3, meeting: 0.3, deal: 0.3 };

/** Classes that turn the meaning of what follows them in their clause; alone they speak against. */
export const TURNING = ['negation', 'unwilling', 'blocking', 'collapse', 'improbable'];

/** How far in words a turning word reaches. */
export const REACH: Record<string, number> = {
  negation: 5,
  unwilling: 6,
  blocking: 6,
  collapse: 5,
  improbable: 12,
};

/** What a sentence on a factor means where its words do not tell. */
export const PRIOR: Record<Factor, number> = {
  outlook: 0,
  intent: 0,
  rapport: 1,
  domestic: -1,
  terms: 0,
  leverage: -1,
  capability: -1,
  sanctions: 0,
  partners: 0,
  channels: 1,
  provocation: -1,
};

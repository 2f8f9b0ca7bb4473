import type { Factor } from '#lib/topic/factor.ts';

/** A balance nearer to 0 does not tell. */
export const CLEAR_MIN = 0.3;

/**
 * What a class of words means for talks happening and progressing, before negation: 1 speaks for
 * them, -1 against, smaller figures less plainly.
 */
export const POLARITY: Record<string, number> = {
  resume: 0.4,
  progress: 0.5,
  optimism: 1,
  want: 0.8,
  commit: 1,
  accept: 0.9,
  attempt: 0.2,
  invitation: 0.9,
  rapport: 1.2,
  mediation: 0.5,
  contact: 0.8,
  envoy: 0.2,
  preparation: 0.5,
  relief: 1,
  occur: 0.4,
  possible: 0.7,
  unchanging: -0.8,
  pessimism: -1.2,
  difficulty: -0.8,
  provocation: -1,
  animosity: -1,
  third_role: -0.4,
  election: -0.4,
  domestic: -0.5,
  terms: 0,
  gap: -0.6,
  leverage: -0.6,
  growth: -0.6,
  sanctions: 0,
  exception: -0.6,
  greet: 0.8,
  unanswered: -1.8,
  concern: -0.6,
};

/** Before a turning word these only lead up to it ("wants to avoid"). */
export const LEADING_UP = ['want', 'attempt', 'commit', 'accept'];

/** A sentence with one of these says that it is open ("will depend on", "declined to comment"). */
export const UNDECIDED = ['contingent', 'no_comment'];

/** "wants the other side to disarm first" */
export const DEMAND_POLARITY = -0.4;

/** Neither for nor against by themselves, but against where they are refused or denied ("no talks"). */
export const MENTIONED = ['talks', 'meeting', 'deal'];

/** What stands around an event is not turned with it: "unlikely before the election". */
export const CIRCUMSTANCE = [
  'election',
  'domestic',
  'terms',
  'gap',
  'leverage',
  'growth',
  'sanctions',
  'third_role',
  'exception',
];

/** Classes that turn what follows them in their clause, and how many words they reach. */
export const TURN_REACH_WORDS: Record<string, number> = {
  improbable: 12,
  negation: 5,
  unwilling: 6,
  collapse: 5,
  blocking: 6,
  stalled: 4,
};

/** What a turning word adds by itself, unless what it turns away speaks against talks. */
export const TURNS_ALONE = [
  { name: 'improbable', polarity: -1 },
  { name: 'unwilling', polarity: -1 },
  { name: 'collapse', polarity: -1.2 },
  { name: 'stalled', polarity: -1.2 },
  { name: 'blocking', polarity: -0.6 },
];

/** Who wins a vote tells neither way: where one of these stands, a factor's tendency does not decide. */
export const OPEN_OUTCOME = ['vote_outcome'];

/** The tendency of a factor where a sentence's words do not tell. */
export const PRIOR: Record<Factor, number> = {
  outlook: 0,
  intent: 1,
  rapport: 0,
  domestic: -1,
  terms: 0,
  leverage: -1,
  capability: 0,
  sanctions: 0,
  partners: 0,
  channels: 0,
  provocation: -1,
};

/**
 * What a class of words means for talks happening and progressing, before negation: 1 speaks for
 * them, -1 against, smaller figures less plainly. All weights here and in `direction-rules.ts`: set by
 * hand, then fitted to labelled sentences with a pull back to the hand's figure, in steps of a twentieth.
 */
export const POLARITY: Record<string, number> = {
  resume: 0.45,
  progress: 0.8,
  optimism: 0.7,
  want: 0.9,
  commit: 0.9,
  accept: 1,
  invitation: 0.95,
  rapport: 0.65,
  mediation: 0.4,
  contact: 0.4,
  envoy: 0.1,
  preparation: 0.25,
  relief: 0.55,
  occur: 0.3,
  possible: 1,
  unchanging: -0.8,
  pessimism: -1.3,
  difficulty: -0.7,
  provocation: -0.85,
  animosity: -1.2,
  third_role: -0.45,
  election: -0.4,
  domestic: -0.7,
  gap: -0.65,
  leverage: -0.8,
  sanctions: -0.15,
  exception: -0.8,
  greet: 0.8,
  unanswered: -2,
  concern: -0.6,
  demand: -0.55,
  mentioned: 0.8,
  displeased: -0.95,
  blame: -0.95,
  hurts: -0.9,
  conflict: -0.3,
  cooperation: 0.25,
  flexible: 0.6,
  signed: 0.1,
  aloof: -0.8,
  good: 0.1,
  bad: -0.6,
  advice: 0.45,
  delay: -0.5,
  importance: 0.3,
  settle: 0.25,
  prospect: 0.15,
  return: 0.3,
};

/** Before a turning word these only lead up to it ("wants to avoid"). */
export const LEADING_UP = ['want', 'attempt', 'commit', 'accept'];

/** Neither for nor against by themselves, but against where they are refused or denied ("no talks"). */
export const MENTIONED = [
  'talks',
  'meeting',
  'deal',
  'relations',
  'plan',
  'signal',
  'travel',
  'proposal',
  'terms',
];

/** What stands around an event is not turned with it: "unlikely before the election". */
export const CIRCUMSTANCE = [
  'election',
  'domestic',
  'terms',
  'gap',
  'leverage',
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

/** Words of these classes leave what follows as it is: who condemns a drill does not make it a good sign. */
export const UNTURNING = ['displeased'];

/** What a turning word adds by itself, unless what it turns away speaks against talks. */
export const TURNS_ALONE: Record<string, number> = {
  improbable: -1.45,
  unwilling: -1.35,
  collapse: -1.5,
  stalled: -1.25,
  'stalled-before': -0.55,
  blocking: -0.2,
  negation: -0.1,
};

/** What makes a sentence neutral: the margin that for and against must exceed; below 0 it is none. */
export const FACTS: Record<string, number> = {
  base: 0.2,
  asks: 6,
  undecided: 2.15,
  dated: 0.35,
  'dated-past': 0.75,
  held: 0.3,
  open: 0.1,
  market: 0.2,
  side: 0.4,
  quoted: -0.2,
  short: -0.25,
};

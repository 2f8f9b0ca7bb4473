/**
 * What can happen to one mail at the SES-like server.
 * error-…: it answers 500. drop-…: it cuts the connection. silent-…: it never answers.
 * …-before: it has not taken the mail. …-after: it has.
 */
export const SES_FAULTS = [
  'error-before',
  'error-after',
  'drop-before',
  'drop-after',
  'silent-before',
  'silent-after',
] as const;
export type SesFault = (typeof SES_FAULTS)[number];

/** How the SES-like server behaves. Shares are of 1; times are of the bench. */
export interface SesBehaviour {
  seed: number;
  faults: Partial<Record<SesFault, number>>;
  /** Mails that it takes in a second, and says that it takes; null: no limit. */
  takesPerSecond: number | null;
  saysPerSecond: number | null;
  /** Recipients that it takes, and says that it takes, in 24 hours; null: no limit. */
  takesPerDay: number | null;
  saysPerDay: number | null;
  /** It answers so long after it took a mail (real time). */
  answersAfterMs: number;
  events: EventBehaviour;
}

/** How it tells of what it took. */
export interface EventBehaviour {
  /** Share of the events that never come. */
  lostShare: number;
  /** Share that come twice. */
  twiceShare: number;
  /** The least and the most time after the mail was taken. */
  afterMs: [number, number];
}

export const WELL: SesBehaviour = {
  seed: 1,
  faults: {},
  takesPerSecond: null,
  saysPerSecond: null,
  takesPerDay: null,
  saysPerDay: null,
  answersAfterMs: 0,
  events: { lostShare: 0, twiceShare: 0, afterMs: [0, 0] },
};

/**
 * What becomes of a mail by the beginning of its address, as at SES's mailbox simulator.
 * fine: it arrives. rejected: the server refuses it. bounce, complaint: it is taken, and comes back.
 */
export const FATES = ['fine', 'rejected', 'bounce', 'complaint'] as const;
export type Fate = (typeof FATES)[number];

export const addressOf = (fate: Fate, id: string): string => `${fate}.${id}@example.com`;

/** @throws Error for an address that is none of the bench's */
export function fateOf(address: string): Fate {
  const fate = FATES.find((each) => address.startsWith(`${each}.`));
  if (fate === undefined) throw new Error(`${address} is no address of the bench`);
  return fate;
}

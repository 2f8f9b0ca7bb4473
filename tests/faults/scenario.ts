import type { Kill, Role } from './role.ts';
import type { EventBehaviour, Fate, SesBehaviour } from './ses-behaviour.ts';
import type { TableBehaviour } from './table-like-process.ts';

/** What an operator or a subscriber does while an edition goes out. */
export interface Action {
  what: 'pause' | 'resume' | 'cancel' | 'leave' | 'erase' | 'poison' | 'jump';
  /** As soon as so many of the mails were taken, as a share of the subscribers; or once it is planned. */
  at: number | 'planned';
  /** Share of the subscribers whom it concerns (leave, erase). */
  share?: number;
  /** For so long after the action before it (bench time). */
  afterMs?: number;
}

/** What a scenario may do to somebody. */
export interface Expectation {
  /**
   * none: nobody twice. some: the bench has to see duplicates. bounded: at least one, and no more than mails whose
   * answer was lost, as their Send events come too late or never.
   */
  duplicates: 'none' | 'some' | 'bounded';
  /** Deliveries that were sent again after the settling time: at least. */
  resent?: number;
  /** Pauses by the brake: at least. */
  brakes?: number;
  /** Whether the edition ends cancelled, and who had no mail by then is named as that. */
  cancelled?: boolean;
}

/** One row of the table. */
export interface Scenario {
  name: string;
  subscribers: number;
  /** Share of the subscribers whose mail does not simply arrive. */
  fates?: Partial<Record<Exclude<Fate, 'fine'>, number>>;
  ses?: Partial<Omit<SesBehaviour, 'events' | 'seed'>>;
  events?: Partial<EventBehaviour>;
  table?: Partial<Omit<TableBehaviour, 'seed'>>;
  queue?: { twiceShare?: number; refusedShare?: number; visibilityMs?: number };
  /** One after the other, each in the next process of its role. */
  kills?: Kill[];
  /** From outside, at any moment, each this long after the one before (real milliseconds, least and most). */
  randomKills?: { roles: Role[]; everyMs: [number, number]; atMost: number };
  /** In this order. */
  actions?: Action[];
  /** Planners at work at once. */
  planners?: number;
  /** By how much the clocks of the two workers are wrong. */
  skewMs?: [number, number];
  /** Somebody resumes what the brake has paused. */
  resumesBraked?: boolean;
  /** Events wait for so long in the feedback queue before anybody takes them in. */
  feedbackRestsMs?: number;
  /** Time between two runs of the reconciler: 5 minutes on AWS, here mostly longer, as nothing depends on it. */
  reconcileEveryMs?: number;
  /** The reconciler also runs again and again while the workers send. */
  reconcilesAlways?: boolean;
  withoutClaims?: boolean;
  expect?: Partial<Expectation>;
}

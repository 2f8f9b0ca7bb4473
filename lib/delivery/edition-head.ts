import type { Forecast } from './forecast.ts';

/**
 * Whether an edition goes out.
 * planned: not yet; somebody has to approve it. sending: it does. paused: not at present.
 * cancelled: never again. closed: everything is settled; a later round opens it again, unless it is cancelled.
 */
export const EDITION_STATES = ['planned', 'sending', 'paused', 'cancelled', 'closed'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** The states from which each can be reached. */
export const STATES_BEFORE: Readonly<Record<EditionState, readonly EditionState[]>> = {
  planned: [],
  sending: ['planned', 'paused', 'closed'],
  paused: ['sending'],
  cancelled: ['planned', 'sending', 'paused', 'closed'],
  closed: ['sending'],
};

/** What is known of the delivery of an edition as a whole. */
export interface EditionHead {
  editionId: string;
  /** Of the edition that was planned: no other may be sent in its name. */
  contentHash: string;
  /** ISO instant of the first plan. */
  begunAt: string;
  state: EditionState;
  /** Who brought it into this state: a function, a command, a person. */
  by: string;
  /** ISO instant. */
  since: string;
  reason: string | null;
  /** ISO instant until which a planned edition may be approved without force; absent where nobody had to. */
  startBy?: string | undefined;
}

/** A change of an edition's state. */
export interface StateChange {
  to: EditionState;
  by: string;
  /** ISO instant. */
  at: string;
  reason: string | null;
  /** Where given, the change is made only of an edition with this content. */
  contentHash?: string | undefined;
}

/** Whether anybody may have been mailed an edition with this head: from then on it must not be replaced. */
export function hasBegun(head: Pick<EditionHead, 'state'> | null): boolean {
  return head !== null && head.state !== 'planned';
}

/**
 * Whom a round is for. audience: who is active and has no delivery of the edition yet.
 * failed: whose delivery failed.
 */
export const ROUND_KINDS = ['audience', 'failed'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

/** One planning of an edition from beginning to end. */
export interface Round {
  editionId: string;
  /** 1, 2, … */
  number: number;
  kind: RoundKind;
  by: string;
  /** ISO instant. */
  startedAt: string;
  /** Set once every shard has its end. */
  planned: { at: string; deliveries: number } | null;
  /** What was foretold before anybody was planned; absent from rounds for a few, and where nothing limits the rate. */
  forecast?: Forecast | undefined;
}

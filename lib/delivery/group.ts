/**
 * Deliveries of one group: what a worker claims, sends and settles at once, and what a message of
 * the queue names. It bounds what a killed worker leaves doubtful, and shares the ledger's calls.
 */
export const GROUP_SIZE = 25;

/** A part of the audience, planned as a chain of groups. */
export interface ChainKey {
  editionId: string;
  /** 1 for the first time that the edition is sent, 2 and on for those after it. */
  round: number;
  shard: number;
}

/**
 * Names a group by the group before it: it begins after that one's last id. So of two planners that
 * read different audiences only one can put the next group, and groups are disjoint by construction.
 */
export interface GroupKey extends ChainKey {
  /** The last subscriber id of the group before; "" for the first of its shard. */
  after: string;
}

/** What finally became of a delivery. The first to be recorded stands. Sent for a reason: on whose word, if not the mail server's. */
export type Result =
  | { state: 'sent'; at: string; messageId: string; reason?: string | undefined }
  | { state: 'failed' | 'skipped'; at: string; reason: string };

/** A delivery that may have been sent: nobody sends it again on a guess. */
export interface Doubt {
  /** ISO instant of the attempt that left no result. */
  since: string;
  reason: string;
}

/** Who works on a group. */
export interface Claim {
  /** One attempt of one worker. */
  id: string;
  /** ISO instant. */
  at: string;
}

/** A group at planning. */
export interface PlannedGroup extends GroupKey {
  /** Ascending, at most `GROUP_SIZE`. None: the end of its shard, after which nobody can be planned any more. */
  subscriberIds: string[];
  /** Deliveries in the groups of the shard before this one; at the end of the shard, all of them. */
  preceding: number;
  /** ISO instant. */
  plannedAt: string;
}

/** A group with what has become of it. Each map is by subscriber id. */
export interface Group extends PlannedGroup {
  claim: Claim | null;
  results: Readonly<Record<string, Result>>;
  /** What was in doubt once; a result settles it. */
  doubts: Readonly<Record<string, Doubt>>;
  /** ISO instants at which deliveries were let out of doubt to be sent again. */
  reopened: Readonly<Record<string, string>>;
}

/** A worker begins no send later than this after its claim: it gives the rest back. */
export const CLAIM_HELD_MS = 60_000;
/**
 * A claim as old as this belongs to a worker that died: `CLAIM_HELD_MS`, the longest send after it
 * (70 s over SMTP), and room for clocks that differ.
 */
export const CLAIM_LEASE_MS = 300_000;

/** Whether whoever held the claim is given up. */
export function isExpired(claim: Pick<Claim, 'at'>, now: Date): boolean {
  return now.getTime() - Date.parse(claim.at) >= CLAIM_LEASE_MS;
}

/** Ids with neither result nor doubt: still to be sent, or being sent by who holds the claim. */
export function openIds({ subscriberIds, results, doubts }: Group): string[] {
  return subscriberIds.filter((id) => results[id] === undefined && doubts[id] === undefined);
}

/** Ids that may have been sent. */
export function doubtfulIds({ subscriberIds, results, doubts }: Group): string[] {
  return subscriberIds.filter((id) => results[id] === undefined && doubts[id] !== undefined);
}

/** Whether every delivery has its result. */
export function isFinished({ subscriberIds, results }: Group): boolean {
  return subscriberIds.every((id) => results[id] !== undefined);
}

/** Whether a group's message is to be on the queue: there is something to send, and nobody at it. */
export function isWaiting(group: Group): boolean {
  return group.claim === null && openIds(group).length > 0;
}

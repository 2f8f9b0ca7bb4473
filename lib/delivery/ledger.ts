import type { Delivery, DeliveryEvent, DeliveryKey } from './delivery.ts';
import type { EditionHead, EditionState, Round, StateChange } from './edition-head.ts';
import type { Reports } from './filed-report.ts';
import type { ChainKey, Claim, Doubt, Group, GroupKey, PlannedGroup, Result } from './group.ts';

/** Editions as a whole. */
export interface EditionHeads {
  /** Opens the delivery of an edition, once; returns the head that stands. */
  begin(head: EditionHead): Promise<EditionHead>;
  /** Null: its delivery has not begun. */
  head(editionId: string): Promise<EditionHead | null>;
  /** Whether anybody may have been mailed the edition: from then on it must not be replaced. */
  hasBegun(editionId: string): Promise<boolean>;
  /** Changes the state if it is one of `from`; returns the head that stands, null where there is none. */
  changeState(
    editionId: string,
    change: StateChange,
    from: readonly EditionState[],
  ): Promise<{ changed: boolean; head: EditionHead | null }>;
  /**
   * Lets an edition that is still only planned, or else in one of `states`, be of other content: it was
   * composed again. False, and nothing changes, in another state or of other content than `from`.
   */
  repin(
    editionId: string,
    from: string,
    to: string,
    states?: readonly EditionState[],
  ): Promise<boolean>;
}

/** Planning, in rounds of chained groups. */
export interface Plans {
  /** Opens a round unless one of that number stands; returns the one that stands. */
  openRound(round: Round): Promise<Round>;
  /** Rounds of an edition by number. */
  rounds(editionId: string): Promise<Round[]>;
  /** Notes that a round is planned to its end. Again: nothing changes. */
  closeRound(round: Pick<Round, 'editionId' | 'number'>, planned: Round['planned']): Promise<void>;
  /** Puts the next group of a chain unless one stands in its place; returns the one that stands. */
  putGroup(group: PlannedGroup): Promise<{ put: boolean; group: Group }>;
  /** The last group of a chain, which may be its end; null where it has none. */
  lastGroup(chain: ChainKey): Promise<Group | null>;
  group(key: GroupKey): Promise<Group | null>;
  /** Every group of an edition without the ends, by round, shard and ids, read in pages. */
  groups(editionId: string): AsyncIterable<Group>;
}

/** What keeps anybody from being mailed twice. */
export interface Claims {
  /**
   * Takes a group for one worker; null where there is no such group, else what stands there. The same
   * claim id again is the same claim: a write repeated after a lost answer does not block itself.
   */
  claim(key: GroupKey, claim: Claim): Promise<{ claimed: boolean; group: Group } | null>;
  /**
   * Takes a group over from the claim that it stands under, whose open deliveries become doubtful
   * since that claim. Not where that claim has ended meanwhile.
   */
  takeOver(group: Group, claim: Claim): Promise<{ claimed: boolean; group: Group } | null>;
  /**
   * Records what came of a claim and ends it: what has neither result nor doubt waits again. Where
   * another has taken the group over, what is known is recorded all the same.
   */
  settle(key: GroupKey, claimId: string, findings: Findings): Promise<void>;
  /** Records results without a claim: a doubt that was settled. A result that stands stays. */
  record(key: GroupKey, results: Findings['results']): Promise<void>;
  /**
   * Lets deliveries out of doubt, so that they are sent again. False, and nothing changes, where the group is
   * claimed, or one of them has a result or another doubt by now than `group` says.
   */
  reopen(group: Group, subscriberIds: string[], at: string): Promise<boolean>;
}

/** What became of deliveries of a group, by subscriber id. */
export interface Findings {
  results: Record<string, Result>;
  doubts: Record<string, Doubt>;
}

/** What mail servers tell afterwards, in any order, also before the result is recorded. */
export interface Events {
  /** Again with the same events: nothing changes. Also for deliveries that nobody planned. */
  recordEvents(events: DeliveryEvent[]): Promise<void>;
}

/** Groups and events of each delivery put together. */
export interface Deliveries {
  get(key: DeliveryKey): Promise<Delivery | null>;
  /** Every delivery of an edition, or of one shard of it, by subscriber id, each once, read in pages. */
  list(editionId: string, shard?: number): AsyncIterable<Delivery>;
}

/**
 * The record of every delivery of every edition, kept in groups. Its conditional writes keep anybody
 * from being planned or mailed twice.
 */
export interface Ledger extends EditionHeads, Plans, Claims, Events, Deliveries, Reports {}

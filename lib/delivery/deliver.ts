import { randomUUID } from 'node:crypto';
import { reasonOf } from '#lib/dependency-error.ts';
import { slotOf, type Edition } from '#lib/edition/edition.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import { whyNotMailed } from '#lib/subscription/why-not-mailed.ts';
import { deliverOne, type OneDeps, type OneRun } from './deliver-one.ts';
import {
  findingsOf,
  settledOf,
  type DeliveryOutcome,
  type GroupOutcome,
} from './delivery-outcome.ts';
import type { EditionHead } from './edition-head.ts';
import type { EditionShelf } from './edition-shelf.ts';
import {
  CLAIM_HELD_MS,
  GROUP_SIZE,
  isExpired,
  openIds,
  type Claim,
  type Group,
  type GroupKey,
  type Result,
} from './group.ts';
import type { Claims, Deliveries, EditionHeads } from './ledger.ts';
import { resultByEvents } from './result-by-events.ts';
import { settleDoubts } from './settle-doubts.ts';
import { Turns } from './turns.ts';

/** Deliveries at work at once within a group: they mostly wait for the mail server. Half of it, so that no turn is idle. */
export const DELIVERIES_AT_ONCE = Math.ceil(GROUP_SIZE / 2);

export interface DeliverDeps extends OneDeps {
  /** An `EditionShelf`, or the store itself. */
  editions: Pick<EditionShelf, 'get'>;
  subscribers: Pick<SubscriberStore, 'getMany'>;
  ledger: Pick<Claims, 'claim' | 'takeOver' | 'settle'> & Pick<Deliveries, 'get'>;
  /** Looked at before each group: a `HeadWatch`, or the ledger itself. */
  heads: Pick<EditionHeads, 'head'>;
}

export interface DeliverOptions {
  /**
   * Takes a group over from a worker that may be alive still, where the mailer takes each delivery
   * once whoever sends it. Otherwise such a group is left to that worker until its claim expires.
   */
  evenIfClaimed?: boolean;
  /** Milliseconds since 1970 after which nothing more is begun: the worker will be ended. */
  until?: number;
}

/**
 * Delivers a group: claims it, sends to who has not got the edition yet, and records what came of
 * each. One delivery that fails never stops the others, and nothing is thrown.
 */
export async function deliver(
  key: GroupKey,
  deps: DeliverDeps,
  options: DeliverOptions = {},
): Promise<GroupOutcome> {
  try {
    const head = await deps.heads.head(key.editionId);
    if (head === null) return { kind: 'unknown', reason: `${key.editionId} was never planned` };
    if (head.state !== 'sending') return { kind: 'held', reason: `the edition is ${head.state}` };
    const closedUntil = deps.pace.closedUntil();
    if (closedUntil !== null) return waits(closedUntil);
    const edition = await findEdition(head, deps);
    if (typeof edition === 'string') return { kind: 'broken', reason: edition };
    const taken = await take(key, deps, options);
    return 'kind' in taken ? taken : await work(taken, edition, deps, options);
  } catch (error) {
    return { kind: 'broken', reason: reasonOf(error) };
  }
}

/** The day's quota is used up: the group stays as it is, without a claim. */
function waits(closedUntil: number): GroupOutcome {
  const until = new Date(closedUntil).toISOString();
  return { kind: 'waits', until, reason: `the day's quota is used up, until about ${until}` };
}

/** The edition that was planned, or why it cannot be had. */
async function findEdition(
  { editionId, contentHash }: EditionHead,
  { editions }: DeliverDeps,
): Promise<Edition | string> {
  const slot = slotOf(editionId);
  const edition = slot === null ? null : await editions.get(slot, contentHash);
  if (edition === null) return `no edition is frozen for ${editionId}`;
  return edition.contentHash === contentHash
    ? edition
    : `${editionId} is not what it was when it was planned`;
}

/** Attempts to take a group that other workers take and give back meanwhile. */
const ATTEMPTS = 5;

/** A group that this worker holds. */
interface Taken {
  group: Group;
  claimId: string;
}

async function take(
  key: GroupKey,
  deps: DeliverDeps,
  { evenIfClaimed = false }: DeliverOptions,
): Promise<Taken | GroupOutcome> {
  const now = deps.now();
  const claim = { id: randomUUID(), at: now.toISOString() };
  const { ledger, mailer } = deps;
  const mayTakeFrom = (holder: Claim) =>
    isExpired(holder, now) || (evenIfClaimed && mailer.takesOnce === true);
  let answer = await ledger.claim(key, claim);
  for (let i = 0; i < ATTEMPTS && answer?.claimed === false; i++) {
    const { group } = answer;
    // Given back between the two calls: it is free.
    if (group.claim === null) answer = await ledger.claim(key, claim);
    else if (mayTakeFrom(group.claim)) answer = await ledger.takeOver(group, claim);
    else break;
  }
  if (answer === null) return { kind: 'unknown', reason: 'the ledger has no such group' };
  if (answer.claimed) return { group: answer.group, claimId: claim.id };
  return { kind: 'elsewhere', reason: `another run has it since ${answer.group.claim?.at}` };
}

/** Works a claimed group off and ends the claim. */
async function work(
  { group, claimId }: Taken,
  edition: Edition,
  deps: DeliverDeps,
  { until = Infinity }: DeliverOptions,
): Promise<GroupOutcome> {
  const doubts = await settleDoubts(group, deps.mailer);
  const claimedAt = Date.parse(group.claim?.at ?? '');
  const shared = {
    ...deps,
    edition,
    until: Math.min(claimedAt + CLAIM_HELD_MS, until),
    toldOf: whatIsTold(group, deps),
  };
  const attempted = await sendAll([...openIds(group), ...doubts.unsent], shared);
  const findings = findingsOf([...doubts.settled, ...attempted], deps.now().toISOString());
  const inLedger = await deps.ledger
    .settle(group, claimId, findings)
    .catch((error: unknown) => new Error(reasonOf(error)));
  const fresh =
    inLedger instanceof Error ? attempted.map((each) => unrecorded(each, inLedger)) : attempted;
  const known = [...doubts.settled, ...doubts.doubtful, ...fresh, ...settledOf(group)];
  const byId = new Map(known.map((outcome) => [outcome.subscriberId, outcome]));
  return { kind: 'worked', deliveries: group.subscriberIds.flatMap((id) => byId.get(id) ?? []) };
}

/** Only what was let out of doubt was ever sent before: the others cost no look. */
const whatIsTold =
  (group: Group, { ledger }: DeliverDeps) =>
  async (subscriberId: string): Promise<Result | null> =>
    group.reopened[subscriberId] === undefined
      ? null
      : resultByEvents({ editionId: group.editionId, subscriberId }, group, ledger);

/** What was sent and is not in the ledger stands there as claimed, and becomes doubtful. */
function unrecorded(outcome: DeliveryOutcome, { message }: Error): DeliveryOutcome {
  if (outcome.kind !== 'sent') return outcome;
  const reason = `sent, but the ledger did not take it: ${message}`;
  return { subscriberId: outcome.subscriberId, kind: 'doubtful', reason };
}

async function sendAll(
  ids: string[],
  shared: Omit<OneRun, 'people' | 'turns' | 'postponed'> & DeliverDeps,
): Promise<DeliveryOutcome[]> {
  if (ids.length === 0) return [];
  try {
    const people = await shared.subscribers.getMany(shared.edition.topicId, ids);
    const { slot } = shared.edition;
    const mailed = [...people.values()].filter((each) => whyNotMailed(each, slot) === null);
    const leave = await shared.pace.reserve(mailed.length, shared.until);
    const turns = new Turns(leave, shared.now);
    const run: OneRun = { ...shared, people, turns, postponed: null };
    const outcomes: DeliveryOutcome[] = [];
    const sendTo = async (subscriberId: string) => ({
      subscriberId,
      ...(await deliverOne(subscriberId, run)),
    });
    for await (const outcome of mapConcurrently(ids, DELIVERIES_AT_ONCE, sendTo))
      outcomes.push(outcome);
    return outcomes;
  } catch (error) {
    // Only the read of the subscribers and of the pace throws: nothing was sent.
    const reason = reasonOf(error);
    return ids.map((subscriberId) => ({ subscriberId, kind: 'broken', reason }));
  }
}

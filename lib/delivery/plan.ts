import type { Edition, EditionStore } from '#lib/edition/edition.ts';
import { candidatesOf, type CandidateDeps } from './candidates.ts';
import type { EditionState, Round, RoundKind } from './edition-head.ts';
import type { Forecast } from './forecast.ts';
import { isWaiting, type Group } from './group.ts';
import type { Ledger } from './ledger.ts';
import { planChain } from './plan-chain.ts';
import { QueueWriter } from './queue-writer.ts';
import type { DeliveryQueue } from './queue.ts';
import { SHARDS } from './shard.ts';
import { standingEdition } from './standing-edition.ts';

export interface PlanDeps extends CandidateDeps {
  ledger: Ledger;
  /** Read again once the sending has begun: the edition may have been composed again meanwhile. */
  editions: Pick<EditionStore, 'get'>;
  /** Null: nobody waits for messages; who delivers goes through the ledger. */
  queue: DeliveryQueue | null;
  /** Who plans, for the record: a function, a command, a person. */
  by: string;
  now: () => Date;
  /** Asked once, before the first round: what its sending will take. It stands with the round. */
  foretell?: () => Promise<Forecast>;
  /** Told after each group: deliveries planned by this call so far. */
  onProgress?: (planned: number) => void;
}

export interface PlanReport {
  /** Of the edition. Of one that waits for approval nothing is planned yet, of one that is cancelled nothing any more. */
  state: EditionState;
  /** Deliveries of the edition's rounds, whoever planned them. */
  planned: number;
  /** Groups that this call put on the queue. */
  queued: number;
}

/**
 * Plans the delivery of an edition to everybody of its topic who is active now, in groups, shard by
 * shard, in pages, and puts each on the queue. Killed anywhere and called again, or by two at once, it
 * goes on from what stands: nobody is planned twice, and nobody who was active when it began is left
 * out. Called again it also puts on the queue what still waits, because a message may have been lost.
 * @throws EditionChangedError where another edition of the slot is being delivered
 */
export async function plan(edition: Edition, deps: PlanDeps): Promise<PlanReport> {
  return planning(edition, deps, async (run) => void (await planStanding(run)));
}

/**
 * Plans one more round after those that stand, where there is anybody for it: who came since
 * ("audience"), or whose delivery failed. Of two callers at once one opens the round, and both plan it.
 */
export async function planAgain(
  edition: Edition,
  kind: RoundKind,
  deps: PlanDeps,
): Promise<PlanReport> {
  return planning(edition, deps, async (run) => {
    const isFirst = await planStanding(run);
    if (isFirst && kind === 'audience') return;
    for (;;) {
      const standing = await deps.ledger.rounds(edition.id);
      const number = standing.length + 1;
      if (!(await hasCandidates(number, kind, run))) return;
      const round = await openRound(number, kind, run);
      await planRound(round, run);
      if (round.kind === kind) return;
    }
  });
}

/** Plans what was begun to its end, or the first round. Returns whether it was the first. */
async function planStanding(run: Run): Promise<boolean> {
  const standing = await run.deps.ledger.rounds(run.edition.id);
  if (standing.length > 0) await queueWaiting(run);
  const rounds = standing.length > 0 ? standing : [await openRound(1, 'audience', run)];
  for (const round of rounds) if (round.planned === null) await planRound(round, run);
  return standing.length === 0;
}

interface Run {
  edition: Edition;
  deps: PlanDeps;
  writer: QueueWriter | null;
  /** ISO instant. */
  at: string;
  /** Deliveries planned by this call. */
  done: number;
}

async function planning(
  edition: Edition,
  deps: PlanDeps,
  work: (run: Run) => Promise<void>,
): Promise<PlanReport> {
  const writer = deps.queue === null ? null : new QueueWriter(deps.queue);
  const run: Run = { edition, deps, writer, at: deps.now().toISOString(), done: 0 };
  const state = await begin(run);
  if (state !== 'cancelled' && state !== 'planned') await work(run);
  await writer?.flush();
  const rounds = await deps.ledger.rounds(edition.id);
  const planned = rounds.reduce((sum, round) => sum + (round.planned?.deliveries ?? 0), 0);
  return {
    state: (await deps.ledger.head(edition.id))?.state ?? state,
    planned,
    queued: writer?.queued ?? 0,
  };
}

async function begin(run: Run): Promise<EditionState> {
  const { edition, deps, at } = run;
  const { id: editionId, contentHash } = edition;
  const head = await deps.ledger.begin({
    editionId,
    contentHash,
    begunAt: at,
    state: 'sending',
    by: deps.by,
    since: at,
    reason: null,
  });
  if (head.state !== 'planned') run.edition = await standingEdition(edition, deps);
  return head.state;
}

async function openRound(
  number: number,
  kind: RoundKind,
  { edition, deps, at }: Run,
): Promise<Round> {
  const { ledger, by } = deps;
  const forecast = number === 1 ? await deps.foretell?.() : undefined;
  return ledger.openRound({
    editionId: edition.id,
    number,
    kind,
    by,
    startedAt: at,
    planned: null,
    ...(forecast !== undefined && { forecast }),
  });
}

/** Plans all shards of a round, side by side, and notes that it is done. */
async function planRound(round: Round, run: Run): Promise<void> {
  await reopen(run);
  await planShards(round, run);
  // Whoever closed the edition meanwhile did not know of this round.
  await reopen(run);
}

/** An edition that is closed goes out again. */
async function reopen({ edition, deps, at }: Run): Promise<void> {
  const change = { to: 'sending', by: deps.by, at, reason: null } as const;
  await deps.ledger.changeState(edition.id, change, ['closed']);
}

async function planShards(round: Round, run: Run): Promise<void> {
  const { edition, deps, at } = run;
  const { number, kind } = round;
  const candidates = candidatesIn(number, kind, run);
  const onGroup = async (group: Group) => {
    run.done += group.subscriberIds.length;
    deps.onProgress?.(run.done);
    if (isWaiting(group)) await run.writer?.add(group);
  };
  const shards = Array.from({ length: SHARDS }, (_, shard) =>
    planChain(
      { editionId: edition.id, round: number, shard },
      { plans: deps.ledger, candidates, onGroup, at },
    ),
  );
  const deliveries = (await Promise.all(shards)).reduce((sum, count) => sum + count, 0);
  await deps.ledger.closeRound(round, { at: deps.now().toISOString(), deliveries });
}

const candidatesIn = (number: number, kind: RoundKind, { edition, deps }: Run) =>
  candidatesOf({ kind, isFirst: number === 1 }, edition, deps);

async function hasCandidates(number: number, kind: RoundKind, run: Run): Promise<boolean> {
  const candidates = candidatesIn(number, kind, run);
  for (let shard = 0; shard < SHARDS; shard++)
    for await (const _id of candidates(shard, '')) return true;
  return false;
}

async function queueWaiting({ edition, deps, writer }: Run): Promise<void> {
  if (writer === null) return;
  for await (const group of deps.ledger.groups(edition.id))
    if (isWaiting(group)) await writer.add(group);
}

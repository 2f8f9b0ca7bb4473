import { reasonOf } from '#lib/dependency-error.ts';
import { brake } from './brake.ts';
import { closeEdition, type CloseDeps } from './close-edition.ts';
import type { EditionState } from './edition-head.ts';
import type { FiledReport } from './filed-report.ts';
import { isFinished, isWaiting, type Group } from './group.ts';
import type { Ledger } from './ledger.ts';
import type { QuotaPace } from './pace.ts';
import { QueueWriter } from './queue-writer.ts';
import type { Backlog, DeliveryQueue } from './queue.ts';
import { reconcileGroup, type GroupDeps } from './reconcile-group.ts';

/** An edition is closed so long after its last result: by then most of what comes back has come back. */
export const CLOSED_AFTER_MS = 3_600_000;

export interface ReconcileDeps extends Omit<GroupDeps, 'mayReopen'>, Pick<CloseDeps, 'tell'> {
  ledger: Ledger;
  /** Who closes the edition; else "reconcile". */
  by?: string;
  /** See `CLOSED_AFTER_MS`; less where nothing comes back. */
  closedAfterMs?: number;
  queue: DeliveryQueue & Backlog;
  /** While the day's quota is used up nothing is put on the queue; absent: nothing limits it. */
  pace?: Pick<QuotaPace, 'look'>;
  /** Events that nobody has taken in yet: while there are some, no doubt is taken for unconfirmed. */
  events: Backlog;
}

export interface Reconciled {
  /** Of the edition after this run. */
  state: EditionState;
  /** Groups that nobody held and no message named, put on the queue again. */
  queued: number;
  /** ISO instant until which the day's quota is used up, where deliveries wait for it. */
  waitsUntil: string | null;
  /** Deliveries in doubt before this run that have a result now. */
  settled: number;
  /** Deliveries let out of doubt to be sent again, because nothing confirmed them. */
  reopened: number;
  /** Deliveries without a result. */
  open: number;
  /**
   * ISO instant of what happened last: the edition was set going, or a delivery was planned, claimed, in doubt, let
   * out again, settled.
   */
  lastActivity: string;
  /** Why the brake paused the edition in this run. */
  braked: string | null;
  /** Set where this run closed the edition. */
  report: FiledReport | null;
  /** What went wrong and stopped nothing. */
  problems: string[];
}

/**
 * Brings an edition that is being sent to its end, whatever was lost on the way: gives up on workers that died,
 * settles doubts, puts waiting groups on the queue again, and closes the edition once every delivery has its
 * result. It may run at any time, also twice at once. While an edition is paused, doubts are settled all the same.
 * @returns null where there is nothing to do: it was never planned, is cancelled or closed
 */
export async function reconcile(
  editionId: string,
  deps: ReconcileDeps,
): Promise<Reconciled | null> {
  const head = await deps.ledger.head(editionId);
  if (head?.state !== 'sending' && head?.state !== 'paused') return null;
  const braked = await brake(editionId, deps);
  const isSending = head.state === 'sending' && braked === null;
  const seen = await goThrough(editionId, isSending, deps);
  const { queued, waitsUntil, settled, reopened, open, problems } = seen;
  const state = isSending ? 'sending' : 'paused';
  const lastActivity = new Date(Math.max(Date.parse(head.since), seen.lastActivity)).toISOString();
  const counts = { queued, waitsUntil, settled, reopened, open, lastActivity };
  const done = { state, ...counts, braked, report: null, problems } as const;
  const { closedAfterMs = CLOSED_AFTER_MS } = deps;
  const isOver = deps.now().getTime() - seen.lastResult >= closedAfterMs;
  if (!isSending || open > 0 || !seen.isPlanned || !isOver) return done;
  const { report, problems: ofClosing } = await closeEdition(head, seen.rounds, {
    by: 'reconcile',
    ...deps,
  });
  const closing = { ...done, problems: [...problems, ...ofClosing] };
  return report === null ? closing : { ...closing, state: 'closed', report };
}

interface Seen extends Pick<
  Reconciled,
  'queued' | 'waitsUntil' | 'settled' | 'reopened' | 'open' | 'problems'
> {
  rounds: number;
  isPlanned: boolean;
  /** Milliseconds since 1970, like what follows. */
  lastResult: number;
  lastActivity: number;
}

async function goThrough(
  editionId: string,
  isSending: boolean,
  deps: ReconcileDeps,
): Promise<Seen> {
  const { ledger, queue, events } = deps;
  const rounds = await ledger.rounds(editionId);
  const lastRound = Math.max(...rounds.map(({ startedAt }) => Date.parse(startedAt)));
  const seen: Seen = {
    ...{ queued: 0, waitsUntil: null, settled: 0, reopened: 0, open: 0, problems: [] },
    rounds: rounds.length,
    isPlanned: rounds.length > 0 && rounds.every(({ planned }) => planned !== null),
    lastResult: lastRound,
    lastActivity: lastRound,
  };
  // What is on the queue needs no second message; of an edition that is large there is a lot.
  const writer = isSending && (await queue.isEmpty()) ? new QueueWriter(queue) : null;
  const mayReopen = await events.isEmpty();
  let closedUntil: Promise<number | null> | null = null;
  for await (const group of ledger.groups(editionId)) {
    const after = await settle(group, seen, { ...deps, mayReopen });
    count(after, seen);
    if (writer === null || !isWaiting(after)) continue;
    // Asked with the first group that waits: most runs find none.
    closedUntil ??= deps.pace === undefined ? null : deps.pace.look();
    if ((await closedUntil) === null) await writer.add(after);
  }
  const until = (await closedUntil) ?? null;
  if (until !== null) seen.waitsUntil = new Date(until).toISOString();
  await writer?.flush();
  return { ...seen, queued: writer?.queued ?? 0 };
}

/** One group that cannot be settled never stops the others. */
async function settle(group: Group, seen: Seen, deps: GroupDeps): Promise<Group> {
  if (isFinished(group)) return group;
  try {
    const { settled, reopened, group: after } = await reconcileGroup(group, deps);
    seen.settled += settled;
    seen.reopened += reopened;
    return after;
  } catch (error) {
    const { round, shard, after } = group;
    seen.problems.push(`group ${round}/${shard}/${after || 'first'}: ${reasonOf(error)}`);
    return group;
  }
}

function count(group: Group, seen: Seen): void {
  const { subscriberIds, results } = group;
  for (const id of subscriberIds) {
    const result = results[id];
    if (result === undefined) seen.open += 1;
    else seen.lastResult = Math.max(seen.lastResult, Date.parse(result.at));
  }
  const { plannedAt, claim, doubts, reopened } = group;
  const others = [
    plannedAt,
    ...(claim === null ? [] : [claim.at]),
    ...Object.values(doubts).map(({ since }) => since),
    ...Object.values(reopened),
  ];
  seen.lastActivity = Math.max(seen.lastActivity, seen.lastResult, ...others.map(Date.parse));
}

import { countDeliveries, totalOf, type DeliveryCounts } from '#lib/delivery/count-deliveries.ts';
import { deliver, type DeliverDeps, type DeliverOptions } from '#lib/delivery/deliver.ts';
import {
  settledOf,
  type DeliveryOutcome,
  type GroupOutcome,
} from '#lib/delivery/delivery-outcome.ts';
import { isFinished, isWaiting, openIds, type Group, type GroupKey } from '#lib/delivery/group.ts';
import type { RoundKind } from '#lib/delivery/edition-head.ts';
import { HeadWatch } from '#lib/delivery/head-watch.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { planAgain } from '#lib/delivery/plan.ts';
import type { Edition, EditionStore } from '#lib/edition/edition.ts';
import type { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';

export interface SendDeps extends Omit<DeliverDeps, 'heads'> {
  editions: Pick<EditionStore, 'get'>;
  /** Looked at before each group: a rotation of the keys reaches a long run too. */
  keys: Pick<LiveKeyRing, 'refresh'>;
  subscribers: SubscriberStore;
  ledger: Ledger;
  /** Whom a further round is for; without, who is active and has no delivery yet. */
  round?: RoundKind;
  /** Told before anything is sent: deliveries that wait. */
  onPlanned?: (waiting: number) => void;
  /** Told after each group: deliveries that this run is done with, of all of the edition. */
  onProgress?: (done: number, of: number) => void;
}

/** What became of the deliveries that a run worked on. elsewhere: another run has them. held: the edition is not being sent. */
export type RunOutcome =
  DeliveryOutcome | { subscriberId: string; kind: 'elsewhere' | 'held'; reason: string };

export interface SendReport {
  /** Deliveries of the edition, of this and earlier runs. */
  planned: number;
  /** Deliveries by what became of them in this run; `settled` are those of other runs. */
  outcomes: Record<RunOutcome['kind'], number>;
  /** Those that were neither sent now nor settled before, each with its reason. */
  problems: RunOutcome[];
  /** All deliveries of the edition by their state after this run. */
  deliveries: DeliveryCounts;
}

/**
 * Plans and delivers an edition on one machine: to everybody active who has not got it, also who came
 * after it was first sent. Again for the same edition: only what is still missing. Of several runs at
 * once each takes the groups that no other has.
 */
export async function sendEdition(edition: Edition, deps: SendDeps): Promise<SendReport> {
  const { ledger } = deps;
  const { onProgress, onPlanned, ...shared } = deps;
  const { planned } = await planAgain(edition, deps.round ?? 'audience', {
    ...shared,
    queue: null,
    by: BY,
  });
  if (onPlanned !== undefined) {
    const { waiting } = await countDeliveries(ledger.list(edition.id), deps.now());
    onPlanned(waiting);
  }
  const outcomes = noOutcomes();
  const problems: RunOutcome[] = [];
  let done = 0;
  for await (const outcome of outcomesOf(edition, deps)) {
    onProgress?.((done += 1), planned);
    if (outcome.kind === 'settled') continue;
    outcomes[outcome.kind] += 1;
    if (outcome.kind !== 'sent') problems.push(outcome);
  }
  const deliveries = await countDeliveries(ledger.list(edition.id), deps.now());
  const own = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const total = totalOf(deliveries);
  return { planned: total, outcomes: { ...outcomes, settled: total - own }, problems, deliveries };
}

const BY = 'parley send';

const noOutcomes = (): SendReport['outcomes'] => ({
  sent: 0,
  settled: 0,
  skipped: 0,
  failed: 0,
  later: 0,
  doubtful: 0,
  broken: 0,
  elsewhere: 0,
  held: 0,
});

/**
 * Goes through the groups once and takes the free ones. Those that another run has, or that hold
 * doubtful deliveries, come last: by then that run is done with them, or was killed.
 */
async function* outcomesOf(edition: Edition, deps: SendDeps): AsyncGenerator<RunOutcome> {
  const heads = new HeadWatch(deps.ledger, deps.now);
  const putOff: GroupKey[] = [];
  const deliverNow = async (key: GroupKey, options: DeliverOptions) => {
    await deps.keys.refresh();
    return deliver(key, { ...deps, heads }, options);
  };
  for await (const group of deps.ledger.groups(edition.id)) {
    if (isFinished(group)) {
      yield* settledOf(group);
      continue;
    }
    const outcome = isWaiting(group) ? await deliverNow(group, {}) : null;
    if (outcome === null || outcome.kind === 'elsewhere') putOff.push(group);
    else yield* ofEach(group, outcome);
  }
  for (const key of putOff) {
    const group = await deps.ledger.group(key);
    if (group !== null && !isFinished(group))
      yield* ofEach(group, await deliverNow(key, { evenIfClaimed: true }));
  }
}

const KIND_OF_EACH = {
  elsewhere: 'elsewhere',
  held: 'held',
  waits: 'later',
  unknown: 'broken',
  broken: 'broken',
} as const;

/** What befell a whole group befell each of its deliveries that is not settled. */
function ofEach(group: Group, outcome: GroupOutcome): RunOutcome[] {
  if (outcome.kind === 'worked') return outcome.deliveries;
  const { reason } = outcome;
  const kind = KIND_OF_EACH[outcome.kind];
  return openIds(group).map((subscriberId) => ({ subscriberId, kind, reason }));
}

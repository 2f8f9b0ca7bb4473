import { deliver, type DeliverDeps, type DeliveryOutcome } from '#lib/delivery/deliver.ts';
import { plan, type PlanReport } from '#lib/delivery/plan.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import { inProcessQueue } from './in-process-queue.ts';

export interface SendDeps extends DeliverDeps {
  subscribers: SubscriberStore;
  /** Told after each batch: deliveries done so far. */
  onProgress?: (done: number) => void;
}

export interface SendReport extends PlanReport {
  /** Deliveries by what became of them. */
  outcomes: Record<DeliveryOutcome['kind'], number>;
  /** Those that were neither sent now nor settled before, each with its reason. */
  problems: DeliveryOutcome[];
}

/** Plans and delivers an edition on one machine. Again for the same edition: only what is still missing. */
export async function sendEdition(edition: Edition, deps: SendDeps): Promise<SendReport> {
  const outcomes = { sent: 0, settled: 0, skipped: 0, failed: 0, later: 0, doubtful: 0, broken: 0 };
  const problems: DeliveryOutcome[] = [];
  let done = 0;
  const queue = inProcessQueue(async (batch) => {
    for (const outcome of await deliver(batch, deps)) {
      outcomes[outcome.kind] += 1;
      if (outcome.kind !== 'sent' && outcome.kind !== 'settled') problems.push(outcome);
      done += 1;
    }
    deps.onProgress?.(done);
  });
  const planned = await plan(edition, { subscribers: deps.subscribers, queue });
  return { ...planned, outcomes, problems };
}

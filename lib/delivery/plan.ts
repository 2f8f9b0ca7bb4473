import type { Edition } from '#lib/edition/edition.ts';
import type { SubscriberState, SubscriberStore } from '#lib/subscription/subscriber.ts';
import type { DeliveryBatch, DeliveryQueue } from './queue.ts';

/** Deliveries of one piece of work: what a worker is done with well within a minute. */
export const BATCH_SIZE = 50;
/** Pieces of work put on the queue by one call. */
const BATCHES_A_PUT = 10;

export interface PlanDeps {
  subscribers: Pick<SubscriberStore, 'list'>;
  queue: DeliveryQueue;
  onProgress?: (planned: number) => void;
}

export interface PlanReport {
  /** Subscribers put on the queue. */
  planned: number;
  batches: number;
  /** Subscribers who may not be mailed, by their state. */
  left: Partial<Record<SubscriberState, number>>;
}

/**
 * Puts the deliveries of an edition on the queue: everybody of its topic who is active now. Reads
 * and writes in pages, so that memory stays flat. Planning twice does no harm: the ledger knows who
 * has the edition already.
 */
export async function plan(edition: Edition, deps: PlanDeps): Promise<PlanReport> {
  const { queue, onProgress } = deps;
  const slot = { topicId: edition.topicId, date: edition.slot };
  const report: PlanReport = { planned: 0, batches: 0, left: {} };
  let waiting: string[] = [];
  const flush = async () => {
    const batches = toBatches(slot, waiting);
    if (batches.length > 0) await queue.put(batches);
    report.planned += waiting.length;
    report.batches += batches.length;
    waiting = [];
    onProgress?.(report.planned);
  };
  for await (const { id, state } of deps.subscribers.list(edition.topicId)) {
    if (state === 'active') waiting.push(id);
    else report.left[state] = (report.left[state] ?? 0) + 1;
    if (waiting.length === BATCH_SIZE * BATCHES_A_PUT) await flush();
  }
  await flush();
  return report;
}

function toBatches(slot: DeliveryBatch['slot'], ids: string[]): DeliveryBatch[] {
  const batches: DeliveryBatch[] = [];
  for (let start = 0; start < ids.length; start += BATCH_SIZE)
    batches.push({ slot, subscriberIds: ids.slice(start, start + BATCH_SIZE) });
  return batches;
}

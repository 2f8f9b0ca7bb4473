import type { DeliveryBatch, DeliveryQueue } from '#lib/delivery/queue.ts';

/**
 * The queue of one machine: a batch is worked on as soon as it is put, and the next one waits for
 * it, so that nothing piles up. A kill loses what was not planned yet; planning again finds it.
 */
export function inProcessQueue(work: (batch: DeliveryBatch) => Promise<void>): DeliveryQueue {
  return {
    async put(batches) {
      for (const batch of batches) await work(batch);
    },
  };
}

import type { Group, GroupKey } from './group.ts';
import type { DeliveryQueue } from './queue.ts';

/** Groups put on the queue by one call. */
const GROUPS_A_PUT = 10;

/** Puts groups on the queue, some at a time, and counts them. */
export class QueueWriter {
  queued = 0;
  private waiting: GroupKey[] = [];

  constructor(private readonly queue: DeliveryQueue) {}

  async add({ editionId, round, shard, after }: Group): Promise<void> {
    this.waiting.push({ editionId, round, shard, after });
    if (this.waiting.length >= GROUPS_A_PUT) await this.flush();
  }

  /** To be called last. */
  async flush(): Promise<void> {
    const groups = this.waiting;
    this.waiting = [];
    if (groups.length > 0) await this.queue.put(groups);
    this.queued += groups.length;
  }
}

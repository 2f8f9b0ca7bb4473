import type { GroupKey } from './group.ts';

/** Where planned groups wait for a worker: SQS on AWS; on one machine the ledger itself is gone through. */
export interface DeliveryQueue {
  put(groups: GroupKey[]): Promise<void>;
}

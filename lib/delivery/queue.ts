import type { GroupKey } from './group.ts';

/** Where planned groups wait for a worker: SQS on AWS; on one machine the ledger itself is gone through. */
export interface DeliveryQueue {
  put(groups: GroupKey[]): Promise<void>;
}

/** Messages that wait somewhere. */
export interface Backlog {
  /** Whether none does, as far as can be told: right most of the time, and never for long wrong. */
  isEmpty(): Promise<boolean>;
}

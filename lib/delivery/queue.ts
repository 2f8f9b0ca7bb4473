/** One piece of work: deliver an edition to these subscribers. */
export interface DeliveryBatch {
  slot: { topicId: string; date: string };
  subscriberIds: string[];
}

/** Where planned work waits: SQS on AWS, in process on one machine. */
export interface DeliveryQueue {
  put(batches: DeliveryBatch[]): Promise<void>;
}

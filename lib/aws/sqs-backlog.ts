import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Backlog } from '#lib/delivery/queue.ts';

/** Waiting, being worked on, and put off: SQS API reference, "GetQueueAttributes". */
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/**
 * Messages on the delivery queue that count as none: one that nobody can read comes back for hours, and must
 * not keep what waits from being queued. A group queued twice is sent once, because it is claimed.
 */
export const FEW_DELIVERIES = 10;

/** The messages of an SQS queue. */
export class SqsBacklog implements Backlog {
  constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
    /** As many count as none. */
    private readonly few = 0,
  ) {}

  /** SQS's counts lag some seconds behind. */
  async isEmpty(): Promise<boolean> {
    const { Attributes = {} } = await this.client.send(
      new GetQueueAttributesCommand({ QueueUrl: this.queueUrl, AttributeNames: [...COUNTS] }),
    );
    const counts = COUNTS.map((name) => Number(Attributes[name] ?? Infinity));
    return counts.reduce((sum, count) => sum + count, 0) <= this.few;
  }
}

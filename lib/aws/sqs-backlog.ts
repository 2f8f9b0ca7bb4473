import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Backlog } from '#lib/delivery/queue.ts';

/** Waiting, being worked on, and put off: SQS API reference, "GetQueueAttributes". */
const COUNTS = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/** The messages of an SQS queue. */
export class SqsBacklog implements Backlog {
  constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
  ) {}

  /** SQS's counts lag some seconds behind. */
  async isEmpty(): Promise<boolean> {
    const { Attributes = {} } = await this.client.send(
      new GetQueueAttributesCommand({ QueueUrl: this.queueUrl, AttributeNames: [...COUNTS] }),
    );
    return COUNTS.every((name) => Attributes[name] === '0');
  }
}

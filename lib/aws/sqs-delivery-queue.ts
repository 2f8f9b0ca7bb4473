import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { DependencyError } from '#lib/dependency-error.ts';
import type { DeliveryBatch, DeliveryQueue } from '#lib/delivery/queue.ts';

/** Messages that SQS takes in one call. */
const MESSAGES_A_CALL = 10;

/** Planned work in an SQS queue, a batch as JSON in each message. */
export class SqsDeliveryQueue implements DeliveryQueue {
  constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
  ) {}

  /** @throws DependencyError where SQS refused a message: planning is then done again, and the ledger knows who was sent it */
  async put(batches: DeliveryBatch[]): Promise<void> {
    for (let start = 0; start < batches.length; start += MESSAGES_A_CALL)
      await this.putCall(batches.slice(start, start + MESSAGES_A_CALL));
  }

  private async putCall(batches: DeliveryBatch[]): Promise<void> {
    const { Failed = [] } = await this.client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.queueUrl,
        Entries: batches.map((batch, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(batch),
        })),
      }),
    );
    const [first] = Failed;
    if (first === undefined) return;
    const reason = `${Failed.length} of ${batches.length} messages refused, the first with ${first.Code}`;
    throw new DependencyError('put deliveries on', this.queueUrl, new Error(reason));
  }
}

import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { DependencyError } from '#lib/dependency-error.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import type { DeliveryQueue } from '#lib/delivery/queue.ts';

/** Messages that SQS takes in one call. */
const MESSAGES_A_CALL = 10;

/** Planned groups in an SQS queue, the key of one as JSON in each message. */
export class SqsDeliveryQueue implements DeliveryQueue {
  constructor(
    private readonly client: SQSClient,
    private readonly queueUrl: string,
  ) {}

  /** @throws DependencyError where SQS refused a message: the group waits in the ledger until planning is called again */
  async put(groups: GroupKey[]): Promise<void> {
    for (let start = 0; start < groups.length; start += MESSAGES_A_CALL)
      await this.putCall(groups.slice(start, start + MESSAGES_A_CALL));
  }

  private async putCall(groups: GroupKey[]): Promise<void> {
    const { Failed = [] } = await this.client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.queueUrl,
        Entries: groups.map((group, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(group),
        })),
      }),
    );
    const [first] = Failed;
    if (first === undefined) return;
    const reason = `${Failed.length} of ${groups.length} messages refused, the first with ${first.Code}`;
    throw new DependencyError('put deliveries on', this.queueUrl, new Error(reason));
  }
}

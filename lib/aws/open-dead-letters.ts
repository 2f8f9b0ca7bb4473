import type { RedrivenQueue } from '#lib/delivery/dead-letter.ts';
import { sqsClient } from './clients.ts';
import { SqsDeadLetters } from './sqs-dead-letters.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** The dead letters of a stack's queue. */
export function openDeadLetters(queue: RedrivenQueue, outputs: StackOutputs): SqsDeadLetters {
  const client = sqsClient();
  return queue === 'delivery'
    ? new SqsDeadLetters(client, outputs.DeliveryDeadLetters, outputs.DeliveryQueue)
    : new SqsDeadLetters(client, outputs.FeedbackDeadLetters, outputs.FeedbackQueue);
}

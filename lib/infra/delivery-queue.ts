import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ParleyFunction } from './parley-function.ts';
import { secureQueue } from './secure-queue.ts';

/** Of the working function's time-out, as AWS asks of a queue that feeds a function. */
const VISIBILITY_FACTOR = 6;
/**
 * Times a message is received before it goes to the dead letters. A throttled one comes back after
 * each visibility timeout, so this is also how long a delivery waits for the send rate: ten hours at
 * a time-out of one minute. One that nobody can read comes back as often, but is logged at once.
 */
const RECEPTIONS = 100;
const MESSAGES_AN_INVOCATION = 5;
/** Functions that send side by side; SQS starts no fewer than two. */
const CONCURRENCY = 2;

/** The planned work, and the dead letters: messages that nobody could handle. */
export class DeliveryQueue extends Construct {
  private readonly queue: Queue;
  readonly deadLetters: Queue;

  /** @param workTimeout Time-out of the function that works the queue off. */
  constructor(scope: Construct, id: string, workTimeout: Duration) {
    super(scope, id);
    this.deadLetters = secureQueue(this, 'DeadLetters');
    this.queue = secureQueue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEPTIONS },
    });
  }

  get url(): string {
    return this.queue.queueUrl;
  }

  /** Puts planned work on the queue. */
  grantPut(fn: ParleyFunction): void {
    fn.allow(['sqs:SendMessage'], [this.queue.queueArn]);
    fn.provide('DELIVERY_QUEUE_URL', this.queue.queueUrl);
  }

  /** Sees whether messages wait. */
  grantWatch(fn: ParleyFunction): void {
    fn.allow(['sqs:GetQueueAttributes'], [this.queue.queueArn]);
  }

  /** Lets the function work the queue off; it names the messages that are to come back. */
  workedOffBy(fn: ParleyFunction, enabled: boolean): void {
    fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: MESSAGES_AN_INVOCATION,
        maxConcurrency: CONCURRENCY,
        reportBatchItemFailures: true,
        enabled,
      }),
    );
  }
}

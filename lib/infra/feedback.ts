import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FeedbackEnvironment } from '../../lambdas/feedback/environment.ts';
import { ParleyFunction } from './parley-function.ts';
import { secureQueue } from './secure-queue.ts';

const TIMEOUT = Duration.minutes(1);
/** Of the function's time-out, as AWS asks of a queue that feeds a function. */
const VISIBILITY_FACTOR = 6;
/** A table that throttles is over within an hour; what nobody can read is logged at once. */
const RECEPTIONS = 10;
const MESSAGES_AN_INVOCATION = 100;
/** Events are waited for so long, so that the ledger is written in batches. */
const GATHERED_FOR = Duration.seconds(5);
const CONCURRENCY = 2;

/**
 * What is told of mails. Opens and clicks are not, because nobody is followed; nor is each delivery, as Send settles what
 * nobody recorded, and one more event a mail costs as much as all else.
 */
const EVENTS = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
];

/**
 * What SES tells of the mails that it took, and the function that records it. Only SES may write to the
 * topic, and only the topic to the queue, so that nobody else reports a bounce.
 */
export class Feedback extends Construct {
  readonly function: ParleyFunction;
  readonly configurationSet: ConfigurationSet;
  readonly queue: Queue;
  /** Events that nobody could take in. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const topic = new Topic(this, 'Events', { enforceSSL: true });
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // A server that takes no encrypted mail gets none, and its bounce says so.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // Also for addresses whose record is erased by the time they complain.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('Destination', {
      destination: EventDestination.snsTopic(topic),
      events: EVENTS,
    });
    this.deadLetters = secureQueue(this, 'DeadLetters');
    this.queue = secureQueue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(TIMEOUT.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEPTIONS },
    });
    topic.addSubscription(new SqsSubscription(this.queue));
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'feedback',
      description: 'Records what SES tells of the mails: deliveries, bounces, complaints',
      environment: FeedbackEnvironment,
      timeout: TIMEOUT,
      memoryMegabytes: 512,
    });
    this.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: MESSAGES_AN_INVOCATION,
        maxBatchingWindow: GATHERED_FOR,
        maxConcurrency: CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** Sees whether events wait to be taken in. */
  grantWatch(fn: ParleyFunction): void {
    fn.allow(['sqs:GetQueueAttributes'], [this.queue.queueArn]);
    fn.provide('FEEDBACK_QUEUE_URL', this.queue.queueUrl);
  }
}

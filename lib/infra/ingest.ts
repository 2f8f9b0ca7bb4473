import { Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { INCOMING } from '#lib/aws/s3-incoming.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { IngestEnvironment } from '../../lambdas/ingest/environment.ts';
import { ParleyFunction } from './parley-function.ts';
import { secureQueue } from './secure-queue.ts';

/** The largest file of article JSON holds 2,000 articles, each of which is read and written. */
const TIMEOUT = Duration.minutes(10);
/** Of the function's time-out, as AWS asks of a queue that feeds a function. */
const VISIBILITY_FACTOR = 6;
/** A store that fails is tried again for some hours. */
const RECEPTIONS = 5;
/** One file an invocation: one at which the function runs out of memory or time never holds up others. */
const FILES_AN_INVOCATION = 1;
const CONCURRENCY = 2;

/** Takes in the pages, feeds, texts and article JSON that somebody puts under `incoming/` of the bucket of articles. */
export class Ingest extends Construct {
  readonly function: ParleyFunction;
  /** Events whose file could not be stored, or that nobody could read. */
  readonly deadLetters: Queue;

  /** @param bucketName of a bucket that tells EventBridge of its objects */
  constructor(scope: Construct, id: string, bucketName: string, topics: Topic[]) {
    super(scope, id);
    this.deadLetters = secureQueue(this, 'DeadLetters');
    const deadLetterQueue = this.deadLetters;
    const queue = secureQueue(this, 'Queue', {
      visibilityTimeout: Duration.seconds(TIMEOUT.toSeconds() * VISIBILITY_FACTOR),
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: RECEPTIONS },
    });
    new Rule(this, 'Rule', {
      description: 'When a file is put under incoming/ of the bucket of articles',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucketName] }, object: { key: [{ prefix: INCOMING }] } },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue })],
    });
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'ingest',
      description: 'Takes in the files that are put under incoming/ of the bucket of articles',
      environment: IngestEnvironment,
      timeout: TIMEOUT,
      // 50 MB of JSON, parsed, and the memory of a page's document.
      memoryMegabytes: 1024,
    });
    this.function.provide('TOPICS', topics.map((topic) => topic.id).join(','));
    this.function.provide('STACK_NAME', Stack.of(this).stackName);
    this.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: FILES_AN_INVOCATION,
        maxConcurrency: CONCURRENCY,
        reportBatchItemFailures: true,
      }),
    );
  }
}

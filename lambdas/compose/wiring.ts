import { dynamoClient, s3Client, sqsClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { S3AnalysisStore } from '#lib/aws/s3-analysis-store.ts';
import { S3ArticleStore } from '#lib/aws/s3-article-store.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { S3EditorNotesStore } from '#lib/aws/s3-editor-notes-store.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import type { PlanDeps } from '#lib/delivery/plan.ts';
import type { ComposeDeps } from '#lib/edition/compose.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { ComposeEnvironment } from './environment.ts';
import { loadAnalyst } from './load-analyst.ts';
import { loadTopic } from '../load-topic.ts';

/** What the function works with. */
export interface HandlerDeps
  extends Omit<ComposeDeps, 'topic' | 'onProgress'>, Omit<PlanDeps, 'onProgress'> {
  loadTopic: (id: string) => Promise<Parsed<Topic>>;
  log: Log;
  now: () => Date;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(ComposeEnvironment, environment);
  const s3 = s3Client();
  const dynamo = dynamoClient();
  return {
    articles: new S3ArticleStore(s3, variables.ARTICLES_BUCKET),
    analyses: new S3AnalysisStore(s3, variables.ARTICLES_BUCKET),
    editions: new S3EditionStore(s3, variables.EDITIONS_BUCKET),
    notes: new S3EditorNotesStore(s3, variables.EDITIONS_BUCKET),
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    ledger: dynamoLedger(dynamo, variables.LEDGER_TABLE),
    queue: new SqsDeliveryQueue(sqsClient(), variables.DELIVERY_QUEUE_URL),
    by: 'compose',
    brand: bundledBrand(),
    analyst: loadAnalyst(variables.ANALYST_MODEL),
    loadTopic,
    log: createLog('compose'),
    now: () => new Date(),
  };
}

import type { TakeDeps } from '#lib/article/take-incoming.ts';
import { s3Client } from '#lib/aws/clients.ts';
import { S3ArticleStore } from '#lib/aws/s3-article-store.ts';
import { S3Incoming } from '#lib/aws/s3-incoming.ts';
import { createLog, type Log } from '../log.ts';
import { createCount, type Count } from '../metrics.ts';
import { readEnvironment } from '../read-environment.ts';
import { IngestEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends TakeDeps {
  /** The bucket that it takes files in from. */
  bucket: string;
  count: Count;
  log: Log;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const { ARTICLES_BUCKET: bucket, ...variables } = readEnvironment(IngestEnvironment, environment);
  const s3 = s3Client();
  return {
    bucket,
    incoming: new S3Incoming(s3, bucket),
    articles: new S3ArticleStore(s3, bucket),
    topicIds: variables.TOPICS.split(','),
    count: createCount(variables.STACK_NAME),
    log: createLog('ingest'),
    now: () => new Date(),
  };
}

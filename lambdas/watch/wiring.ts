import { dynamoClient, s3Client, sesClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { faultOfIdentity } from '#lib/aws/ses-identity.ts';
import { SesQuota } from '#lib/aws/ses-quota.ts';
import type { EditionHeads } from '#lib/delivery/ledger.ts';
import type { SendQuota } from '#lib/delivery/send-quota.ts';
import type { EditionStore } from '#lib/edition/edition.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { loadTopic } from '../load-topic.ts';
import { createLog, type Log } from '../log.ts';
import { createCount, type Count } from '../metrics.ts';
import { readEnvironment } from '../read-environment.ts';
import { WatchEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps {
  topicIds: string[];
  loadTopic: (id: string) => Promise<Parsed<Topic>>;
  editions: Pick<EditionStore, 'get' | 'slots'>;
  ledger: Pick<EditionHeads, 'head'>;
  quota: SendQuota;
  /** Why SES does not send for the domain as it should; null: it does. */
  faultOfSender: () => Promise<string | null>;
  count: Count;
  log: Log;
  now: () => Date;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(WatchEnvironment, environment);
  const ses = sesClient();
  return {
    topicIds: variables.TOPICS.split(','),
    loadTopic,
    editions: new S3EditionStore(s3Client(), variables.EDITIONS_BUCKET),
    ledger: dynamoLedger(dynamoClient(), variables.LEDGER_TABLE),
    quota: new SesQuota(ses),
    faultOfSender: () => faultOfIdentity(ses, variables.SENDER_DOMAIN),
    count: createCount(variables.STACK_NAME),
    log: createLog('watch'),
    now: () => new Date(),
  };
}

import { getConnInfo } from 'hono/aws-lambda';
import { setTimeout as sleep } from 'node:timers/promises';
import { dynamoClient, s3Client, sesClient } from '#lib/aws/clients.ts';
import { dynamoCounterStore } from '#lib/aws/dynamo-counter-store.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { readKeyRing, secretsClient } from '#lib/aws/read-key-ring.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SesQuota } from '#lib/aws/ses-quota.ts';
import { QuotaPace } from '#lib/delivery/pace.ts';
import type { SiteDeps } from '#lib/site/site-app.ts';
import type { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { loadTopic } from '../load-topic.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { SiteEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends Omit<SiteDeps, 'reportFailure'> {
  keys: LiveKeyRing;
  log: Log;
}

/** @throws EnvironmentError where a variable is missing, DependencyError where the keys cannot be read */
export async function wire(environment: NodeJS.ProcessEnv): Promise<HandlerDeps> {
  const variables = readEnvironment(SiteEnvironment, environment);
  const dynamo = dynamoClient();
  const ses = sesClient();
  const now = () => new Date();
  const brand = bundledBrand();
  return {
    editions: new S3EditionStore(s3Client(), variables.EDITIONS_BUCKET),
    ledger: dynamoLedger(dynamo, variables.LEDGER_TABLE),
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    counters: dynamoCounterStore(dynamo, variables.COUNTERS_TABLE),
    mailer: new SesMailer(ses, variables.CONFIGURATION_SET),
    pace: new QuotaPace({
      store: dynamoPaceStore(dynamo, variables.LEDGER_TABLE),
      quota: new SesQuota(ses),
      now,
    }),
    sender: { address: variables.SENDER_ADDRESS, name: brand.name, unsubscribeMailbox: null },
    // What API Gateway saw, and not what a header says.
    sourceOf: (context) => getConnInfo(context).remote.address ?? 'unknown',
    sleep,
    brand,
    siteUrl: () => variables.SITE_URL,
    topics: await topicsOf(variables.TOPICS),
    keys: await readKeyRing(secretsClient(), variables.SIGNING_KEYS_SECRET),
    log: createLog('site'),
    now,
  };
}

/** The synthesis checks every topic file; one that is broken all the same keeps the others from nothing. */
async function topicsOf(ids: string): Promise<Topic[]> {
  const parsed = await Promise.all(ids.split(',').map(loadTopic));
  return parsed.flatMap((topic) => (topic.ok ? [topic.value] : []));
}

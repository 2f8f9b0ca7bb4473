import type * as z from 'zod/mini';
import { dynamoClient, s3Client, sesClient, sqsClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { S3AnalysisStore } from '#lib/aws/s3-analysis-store.ts';
import { S3ArticleStore } from '#lib/aws/s3-article-store.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { S3EditorNotesStore } from '#lib/aws/s3-editor-notes-store.ts';
import { readKeyRing, secretsClient } from '#lib/aws/read-key-ring.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SES_USD_A_THOUSAND, SesQuota } from '#lib/aws/ses-quota.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import { askOperator } from '#lib/delivery/ask-operator.ts';
import type { BeginDeps } from '#lib/delivery/begin-sending.ts';
import { tellLate } from '#lib/delivery/tell-late.ts';
import type { ComposeDeps } from '#lib/edition/compose.ts';
import type { Slot } from '#lib/edition/edition.ts';
import type { Parsed } from '#lib/fault.ts';
import type { Late } from '#lib/mail/late-mail.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { createLog, type Log } from '../log.ts';
import { createCount, type Count } from '../metrics.ts';
import { readEnvironment } from '../read-environment.ts';
import { NO_OPERATOR } from '../reconcile/environment.ts';
import { ComposeEnvironment } from './environment.ts';
import { loadAnalyst } from './load-analyst.ts';
import { loadTopic } from '../load-topic.ts';

/** What the function works with. */
export interface HandlerDeps
  extends Omit<ComposeDeps, 'topic' | 'onProgress'>, Omit<BeginDeps, 'onProgress' | 'editions'> {
  /** Tells the operator of an edition that is not sent because it is too late; null: there is none. */
  tellLate: ((slot: Slot, why: Late['why'], topic: Topic) => Promise<void>) | null;
  loadTopic: (id: string) => Promise<Parsed<Topic>>;
  count: Count;
  log: Log;
  now: () => Date;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(ComposeEnvironment, environment);
  const s3 = s3Client();
  const dynamo = dynamoClient();
  const ses = sesClient();
  return {
    articles: new S3ArticleStore(s3, variables.ARTICLES_BUCKET),
    analyses: new S3AnalysisStore(s3, variables.ARTICLES_BUCKET),
    editions: new S3EditionStore(s3, variables.EDITIONS_BUCKET),
    notes: new S3EditorNotesStore(s3, variables.EDITIONS_BUCKET),
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    ledger: dynamoLedger(dynamo, variables.LEDGER_TABLE),
    queue: new SqsDeliveryQueue(sqsClient(), variables.DELIVERY_QUEUE_URL),
    by: 'compose',
    quota: new SesQuota(ses),
    usdAThousand: SES_USD_A_THOUSAND,
    ...operatorOf(variables, new SesMailer(ses, variables.CONFIGURATION_SET)),
    brand: bundledBrand(),
    analyst: loadAnalyst(variables.ANALYST_MODEL),
    loadTopic,
    count: createCount(variables.STACK_NAME),
    log: createLog('compose'),
    now: () => new Date(),
  };
}

/** Who is asked and told: nobody where the stack was deployed without an operator. */
function operatorOf(
  variables: z.infer<typeof ComposeEnvironment>,
  mailer: SesMailer,
): Pick<HandlerDeps, 'ask' | 'tellLate'> {
  const { SENDER_ADDRESS: address, OPERATOR_ADDRESS: operator, SITE_URL: site } = variables;
  if (operator === NO_OPERATOR) return { ask: null, tellLate: null };
  const brand = bundledBrand();
  const deps = {
    ...{ mailer, brand, commandSuffix: ` --remote=${variables.STACK_NAME}` },
    sender: { address, name: brand.name, unsubscribeMailbox: null },
    operator: { address: operator, timeZone: 'UTC' },
    now: () => new Date(),
  };
  return {
    ask: async (request) => {
      // Read with the first question: most topics ask none.
      const keys = await readKeyRing(secretsClient(), variables.SIGNING_KEYS_SECRET);
      await askOperator(request, { ...deps, links: makeLinks(site, keys) });
    },
    tellLate: (slot, why, topic) => tellLate(slot, why, topic, deps),
  };
}

import { dynamoClient, s3Client, sesClient, sqsClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SES_USD_A_THOUSAND, SesQuota } from '#lib/aws/ses-quota.ts';
import { FEW_DELIVERIES, SqsBacklog } from '#lib/aws/sqs-backlog.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import type { ContinueDeps } from '#lib/delivery/continue-planning.ts';
import { QuotaPace } from '#lib/delivery/pace.ts';
import type { ReconcileDeps } from '#lib/delivery/reconcile.ts';
import { tellLate } from '#lib/delivery/tell-late.ts';
import { tellOperator } from '#lib/delivery/tell-operator.ts';
import type { EditionStore, Slot } from '#lib/edition/edition.ts';
import { editionUrl } from '#lib/subscription/links.ts';
import type { Topic } from '#lib/topic/topic.ts';
import type { Parsed } from '#lib/fault.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { loadTopic } from '../load-topic.ts';
import { createLog, type Log } from '../log.ts';
import { createCount, type Count } from '../metrics.ts';
import { readEnvironment } from '../read-environment.ts';
import { NO_OPERATOR, ReconcileEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps
  extends ReconcileDeps, Omit<ContinueDeps, 'topic' | 'by' | 'queue' | 'editions'> {
  editions: Pick<EditionStore, 'slots' | 'get'>;
  loadTopic: (id: string) => Promise<Parsed<Topic>>;
  /** Tells the operator of an edition that nobody approved in time; null: there is none. */
  tellLate: ((slot: Slot, topic: Topic) => Promise<void>) | null;
  count: Count;
  log: Log;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(ReconcileEnvironment, environment);
  const sqs = sqsClient();
  const dynamo = dynamoClient();
  const quota = new SesQuota(sesClient());
  const now = () => new Date();
  const editions = new S3EditionStore(s3Client(), variables.EDITIONS_BUCKET);
  const mailer = new SesMailer(sesClient(), variables.CONFIGURATION_SET);
  const deliveries = new SqsDeliveryQueue(sqs, variables.DELIVERY_QUEUE_URL);
  const waiting = new SqsBacklog(sqs, variables.DELIVERY_QUEUE_URL, FEW_DELIVERIES);
  const brand = bundledBrand();
  const { SENDER_ADDRESS: address, OPERATOR_ADDRESS: operator, SITE_URL: site } = variables;
  const operatorDeps = {
    ...{ editions, mailer, brand, commandSuffix: ` --remote=${variables.STACK_NAME}` },
    sender: { address, name: brand.name, unsubscribeMailbox: null },
    operator: { address: operator, timeZone: 'UTC' },
    viewUrl: (editionId: string) => editionUrl(site, editionId),
  };
  return {
    editions,
    ledger: dynamoLedger(dynamo, variables.LEDGER_TABLE),
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    quota,
    usdAThousand: SES_USD_A_THOUSAND,
    pace: new QuotaPace({ store: dynamoPaceStore(dynamo, variables.LEDGER_TABLE), quota, now }),
    loadTopic,
    queue: {
      put: (groups) => deliveries.put(groups),
      isEmpty: () => waiting.isEmpty(),
    },
    events: new SqsBacklog(sqs, variables.FEEDBACK_QUEUE_URL),
    // SES cannot be asked what it took; its events tell.
    mailer: {},
    tell: operator === NO_OPERATOR ? null : (report) => tellOperator(report, operatorDeps),
    tellLate:
      operator === NO_OPERATOR
        ? null
        : (slot, topic) => tellLate(slot, 'unapproved', topic, { ...operatorDeps, now }),
    count: createCount(variables.STACK_NAME),
    log: createLog('reconcile'),
    now,
  };
}

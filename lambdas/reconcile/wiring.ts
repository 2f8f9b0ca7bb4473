import { dynamoClient, s3Client, sesClient, sqsClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SqsBacklog } from '#lib/aws/sqs-backlog.ts';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import type { ReconcileDeps } from '#lib/delivery/reconcile.ts';
import { tellOperator } from '#lib/delivery/tell-operator.ts';
import type { EditionStore } from '#lib/edition/edition.ts';
import { editionUrl } from '#lib/subscription/links.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { NO_OPERATOR, ReconcileEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends ReconcileDeps {
  editions: Pick<EditionStore, 'slots'>;
  log: Log;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(ReconcileEnvironment, environment);
  const sqs = sqsClient();
  const editions = new S3EditionStore(s3Client(), variables.EDITIONS_BUCKET);
  const mailer = new SesMailer(sesClient(), variables.CONFIGURATION_SET);
  const deliveries = new SqsDeliveryQueue(sqs, variables.DELIVERY_QUEUE_URL);
  const waiting = new SqsBacklog(sqs, variables.DELIVERY_QUEUE_URL);
  const brand = bundledBrand();
  const { SENDER_ADDRESS: address, OPERATOR_ADDRESS: operator, SITE_URL: site } = variables;
  const operatorDeps = {
    ...{ editions, mailer, brand },
    sender: { address, name: brand.name, unsubscribeMailbox: null },
    operator: { address: operator, timeZone: 'UTC' },
    viewUrl: (editionId: string) => editionUrl(site, editionId),
  };
  return {
    editions,
    ledger: dynamoLedger(dynamoClient(), variables.LEDGER_TABLE),
    queue: {
      put: (groups) => deliveries.put(groups),
      isEmpty: () => waiting.isEmpty(),
    },
    events: new SqsBacklog(sqs, variables.FEEDBACK_QUEUE_URL),
    // SES cannot be asked what it took; its events tell.
    mailer: {},
    tell: operator === NO_OPERATOR ? null : (report) => tellOperator(report, operatorDeps),
    log: createLog('reconcile'),
    now: () => new Date(),
  };
}

import { dynamoClient, sesClient, s3Client } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { dynamoPaceStore } from '#lib/aws/dynamo-pace-store.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { readKeyRing, secretsClient } from '#lib/aws/read-key-ring.ts';
import { S3EditionStore } from '#lib/aws/s3-edition-store.ts';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SesQuota } from '#lib/aws/ses-quota.ts';
import type { DeliverDeps } from '#lib/delivery/deliver.ts';
import { EditionShelf } from '#lib/delivery/edition-shelf.ts';
import { HeadWatch } from '#lib/delivery/head-watch.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import { QuotaPace } from '#lib/delivery/pace.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import type { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import { bundledBrand } from '../bundled-brand.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { DeliverEnvironment, NO_MAILBOX } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends DeliverDeps {
  log: Log;
}

interface Wiring extends HandlerDeps {
  /** What signs the links of the mails. */
  keys: LiveKeyRing;
}

/** @throws EnvironmentError where a variable is missing, DependencyError where the keys cannot be read */
export async function wire(environment: NodeJS.ProcessEnv): Promise<Wiring> {
  const variables = readEnvironment(DeliverEnvironment, environment);
  const dynamo = dynamoClient();
  const keys = await readKeyRing(secretsClient(), variables.SIGNING_KEYS_SECRET);
  const ledger = dynamoLedger(dynamo, variables.LEDGER_TABLE);
  const ses = sesClient();
  const now = () => new Date();
  const { UNSUBSCRIBE_MAILBOX: mailbox } = variables;
  const sender = {
    address: variables.SENDER_ADDRESS,
    name: bundledBrand().name,
    unsubscribeMailbox: mailbox === NO_MAILBOX ? null : mailbox,
  };
  return {
    editions: new EditionShelf(new S3EditionStore(s3Client(), variables.EDITIONS_BUCKET)),
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    ledger,
    heads: new HeadWatch(ledger, now),
    pace: new QuotaPace({
      store: dynamoPaceStore(dynamo, variables.LEDGER_TABLE),
      quota: new SesQuota(ses),
      now,
    }),
    mailer: new SesMailer(ses, variables.CONFIGURATION_SET),
    mails: new MailWriter({ sender, links: makeLinks(variables.SITE_URL, keys) }),
    keys,
    log: createLog('deliver'),
    now,
  };
}

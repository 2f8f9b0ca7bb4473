import type { Mailer } from '#lib/delivery/mailer.ts';
import type { DeliveryQueue } from '#lib/delivery/queue.ts';
import type { SendQuota } from '#lib/delivery/send-quota.ts';
import type { Stores } from '#lib/stores.ts';
import { dynamoClient, s3Client, sesClient, sqsClient } from './clients.ts';
import { dynamoLedger } from './dynamo-ledger.ts';
import { dynamoPaceStore } from './dynamo-pace-store.ts';
import { DynamoSubscriberStore } from './dynamo-subscriber-store.ts';
import { cloudFormationClient, findStack, type Stack } from './find-stack.ts';
import { readKeyRing, secretsClient } from './read-key-ring.ts';
import { S3AnalysisStore } from './s3-analysis-store.ts';
import { S3EditionStore } from './s3-edition-store.ts';
import { S3EditorNotesStore } from './s3-editor-notes-store.ts';
import { S3VersionedArticleStore } from './s3-versioned-article-store.ts';
import { SecretKeyRingStore } from './secret-key-ring-store.ts';
import { SesMailer } from './ses-mailer.ts';
import { SesQuota } from './ses-quota.ts';
import { SqsDeliveryQueue } from './sqs-delivery-queue.ts';

/** What a deployed stack keeps, and what its mail goes out by. */
export interface RemoteStores extends Stores {
  stack: Stack;
  siteAddress: string;
  queue: DeliveryQueue;
  mailer: Mailer;
  quota: SendQuota;
}

/**
 * Opens what a stack keeps, with the region and credentials that the SDK finds. Only the stack is asked
 * for now; each store is reached with its first use.
 * @throws RemoteError where there is no such stack, or it lacks an output; whatever the client throws else
 */
export async function openRemote(stackName: string): Promise<RemoteStores> {
  quietSdk();
  const cloudFormation = cloudFormationClient();
  const stack = await findStack(cloudFormation, stackName).finally(() => cloudFormation.destroy());
  return storesOf(stack);
}

function storesOf(stack: Stack): RemoteStores {
  const { outputs } = stack;
  const [s3, dynamo, sqs, ses] = [s3Client(), dynamoClient(), sqsClient(), sesClient()];
  const secrets = secretsClient();
  return {
    stack,
    place: `stack ${stack.name} in ${stack.region}`,
    siteAddress: outputs.SiteUrl,
    articles: new S3VersionedArticleStore(s3, outputs.ArticlesBucket),
    analyses: new S3AnalysisStore(s3, outputs.ArticlesBucket),
    editions: new S3EditionStore(s3, outputs.EditionsBucket),
    notes: new S3EditorNotesStore(s3, outputs.EditionsBucket),
    subscribers: new DynamoSubscriberStore(dynamo, outputs.SubscribersTable),
    ledger: dynamoLedger(dynamo, outputs.LedgerTable),
    queue: new SqsDeliveryQueue(sqs, outputs.DeliveryQueue),
    pace: dynamoPaceStore(dynamo, outputs.LedgerTable),
    readKeys: () => readKeyRing(secrets, outputs.SigningKeysSecret),
    keyRing: new SecretKeyRingStore(secrets, outputs.SigningKeysSecret),
    mailer: new SesMailer(ses, outputs.ConfigurationSet),
    quota: new SesQuota(ses),
    close: async () => [s3, dynamo, sqs, ses, secrets].forEach((client) => client.destroy()),
  };
}

/** The SDK's notice on old Node versions is for who writes programs; `parley doctor` tells the version. */
export function quietSdk(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
}

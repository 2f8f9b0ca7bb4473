import { dynamoClient } from '#lib/aws/clients.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { readKeyRing, secretsClient } from '#lib/aws/read-key-ring.ts';
import type { LiveKeyRing } from '#lib/subscription/live-key-ring.ts';
import type { MailboxDeps } from '#lib/subscription/unsubscribe-mail.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { MailboxEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends Omit<MailboxDeps, 'now'> {
  keys: LiveKeyRing;
  log: Log;
  now: () => Date;
}

/** @throws EnvironmentError where a variable is missing, DependencyError where the keys cannot be read */
export async function wire(environment: NodeJS.ProcessEnv): Promise<HandlerDeps> {
  const variables = readEnvironment(MailboxEnvironment, environment);
  return {
    subscribers: new DynamoSubscriberStore(dynamoClient(), variables.SUBSCRIBERS_TABLE),
    keys: await readKeyRing(secretsClient(), variables.SIGNING_KEYS_SECRET),
    log: createLog('mailbox'),
    now: () => new Date(),
  };
}

import { dynamoClient } from '#lib/aws/clients.ts';
import { dynamoLedger } from '#lib/aws/dynamo-ledger.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { BrakeWatch } from '#lib/delivery/brake.ts';
import type { FeedbackDeps } from '#lib/delivery/feedback.ts';
import { createLog, type Log } from '../log.ts';
import { readEnvironment } from '../read-environment.ts';
import { FeedbackEnvironment } from './environment.ts';

/** What the function works with. */
export interface HandlerDeps extends FeedbackDeps {
  brake: Pick<BrakeWatch, 'look'>;
  log: Log;
}

/** @throws EnvironmentError where a variable is missing */
export function wire(environment: NodeJS.ProcessEnv): HandlerDeps {
  const variables = readEnvironment(FeedbackEnvironment, environment);
  const dynamo = dynamoClient();
  const ledger = dynamoLedger(dynamo, variables.LEDGER_TABLE);
  return {
    subscribers: new DynamoSubscriberStore(dynamo, variables.SUBSCRIBERS_TABLE),
    ledger,
    brake: new BrakeWatch({ ledger, now: () => new Date() }),
    log: createLog('feedback'),
  };
}

import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DeliverEnvironment } from '../../lambdas/deliver/environment.ts';
import type { Configuration } from './configuration.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import { ParleyFunction } from './parley-function.ts';

/**
 * Five messages of a group each take some seconds; where SES throttles, they end at once. A message comes
 * back after six times this, when the claim of a worker that died has expired.
 */
const TIMEOUT = Duration.minutes(1);

/** The queue of planned deliveries, and the function that mails them. */
export class Deliver extends Construct {
  readonly function: ParleyFunction;
  readonly queue: DeliveryQueue;

  constructor(scope: Construct, id: string, { isSending }: Pick<Configuration, 'isSending'>) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'deliver',
      description: 'Mails an edition to the subscribers of each message of the delivery queue',
      environment: DeliverEnvironment,
      timeout: TIMEOUT,
      memoryMegabytes: 512,
    });
    this.queue = new DeliveryQueue(this, 'Deliveries', TIMEOUT);
    this.queue.workedOffBy(this.function, isSending);
  }
}

import { Duration, Stack } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { NO_OPERATOR, ReconcileEnvironment } from '../../lambdas/reconcile/environment.ts';
import type { Configuration } from './configuration.ts';
import { ParleyFunction } from './parley-function.ts';

/** A run that fails is made good by the next one. */
const EVERY = Duration.minutes(5);

/** Brings editions to their end, whatever was lost on the way. */
export class Reconcile extends Construct {
  readonly function: ParleyFunction;

  constructor(
    scope: Construct,
    id: string,
    { operator, isSending }: Pick<Configuration, 'operator' | 'isSending'>,
  ) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'reconcile',
      description: 'Settles doubts, queues what waits again, closes editions and reports',
      environment: ReconcileEnvironment,
      // A million deliveries are read through in some minutes.
      timeout: Duration.minutes(15),
      memoryMegabytes: 512,
    });
    this.function.provide('OPERATOR_ADDRESS', operator ?? NO_OPERATOR);
    this.function.provide('STACK_NAME', Stack.of(this).stackName);
    new Schedule(this, 'Schedule', {
      description: 'When editions under way are looked at',
      schedule: ScheduleExpression.rate(EVERY),
      timeWindow: TimeWindow.off(),
      enabled: isSending,
      target: new LambdaInvoke(this.function, { maxEventAge: EVERY, retryAttempts: 0 }),
    });
  }
}

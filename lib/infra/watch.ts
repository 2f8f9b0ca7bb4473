import { Duration, Stack } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { Topic } from '#lib/topic/topic.ts';
import { WatchEnvironment } from '../../lambdas/watch/environment.ts';
import type { Configuration } from './configuration.ts';
import { ParleyFunction } from './parley-function.ts';

/** As often as the alarms look; a run that fails is made good by the next one. */
const EVERY = Duration.minutes(5);

/** Counts what the alarms ring by and no service of AWS counts by itself. */
export class Watch extends Construct {
  readonly function: ParleyFunction;

  constructor(
    scope: Construct,
    id: string,
    topics: Topic[],
    { domain, isSending }: Pick<Configuration, 'domain' | 'isSending'>,
  ) {
    super(scope, id);
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'watch',
      description: 'Counts what the alarms ring by: editions missing or paused, quota, sender',
      environment: WatchEnvironment,
      timeout: Duration.minutes(1),
      memoryMegabytes: 256,
    });
    this.function.provide('TOPICS', topics.map((topic) => topic.id).join(','));
    this.function.provide('SENDER_DOMAIN', domain);
    this.function.provide('STACK_NAME', Stack.of(this).stackName);
    // These calls of SES know no resource: they tell of the account.
    this.function.allow(
      [
        'ses:GetAccountSendingEnabled',
        'ses:GetIdentityDkimAttributes',
        'ses:GetIdentityVerificationAttributes',
        'ses:GetSendQuota',
      ],
      ['*'],
    );
    new Schedule(this, 'Schedule', {
      description: 'When what the alarms ring by is counted',
      schedule: ScheduleExpression.rate(EVERY),
      timeWindow: TimeWindow.off(),
      enabled: isSending,
      target: new LambdaInvoke(this.function, { maxEventAge: EVERY, retryAttempts: 0 }),
    });
  }
}

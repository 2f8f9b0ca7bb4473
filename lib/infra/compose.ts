import { Duration, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { cronExpression } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { ComposeEnvironment } from '../../lambdas/compose/environment.ts';
import { NO_MODEL } from '../../lambdas/compose/load-analyst.ts';
import { NO_OPERATOR } from '../../lambdas/reconcile/environment.ts';
import type { Configuration } from './configuration.ts';
import { modelArns } from './model-arns.ts';
import { ParleyFunction } from './parley-function.ts';
import { secureQueue } from './secure-queue.ts';

/** An event that Lambda could not take by then is looked at by a person, not worked off at night. */
const TRIED_FOR = Duration.hours(2);

/** Composes each topic's edition when it is due, in the topic's own time zone. */
export class Compose extends Construct {
  readonly function: ParleyFunction;
  /** Events of which no edition came. */
  readonly missed: Queue;

  constructor(
    scope: Construct,
    id: string,
    topics: Topic[],
    { model, isSending, operator }: Pick<Configuration, 'model' | 'isSending' | 'operator'>,
  ) {
    super(scope, id);
    this.missed = secureQueue(this, 'Missed');
    Validations.of(this.missed).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'It is a queue of dead letters itself: of the schedules and of the function.',
    });
    this.function = new ParleyFunction(this, 'Function', {
      folder: 'compose',
      description: 'Composes and freezes the edition of a slot, and plans its deliveries',
      environment: ComposeEnvironment,
      timeout: Duration.minutes(5),
      memoryMegabytes: 1024,
      fixed: model === null ? { BUNDLE_WITHOUT_MODEL: 'yes' } : {},
    });
    this.function.provide('ANALYST_MODEL', model ?? NO_MODEL);
    this.function.provide('OPERATOR_ADDRESS', operator ?? NO_OPERATOR);
    this.function.provide('STACK_NAME', Stack.of(this).stackName);
    if (model !== null)
      this.function.allow(['bedrock:InvokeModel'], modelArns(Stack.of(this), model));
    // Scheduler hands its event over and is done: what fails after that Lambda tries twice again, within minutes.
    this.function.configureAsyncInvoke({
      maxEventAge: TRIED_FOR,
      retryAttempts: 2,
      onFailure: new SqsDestination(this.missed),
    });
    for (const topic of topics) this.schedule(topic, isSending);
  }

  private schedule(topic: Topic, enabled: boolean): void {
    const { schedule, title } = topic;
    new Schedule(this, `Schedule-${topic.id}`, {
      description: `When the digest on ${title} is due`,
      schedule: ScheduleExpression.expression(
        cronExpression(schedule),
        TimeZone.of(schedule.timeZone),
      ),
      timeWindow: TimeWindow.off(),
      enabled,
      target: new LambdaInvoke(this.function, {
        input: ScheduleTargetInput.fromObject({
          topic: topic.id,
          // The planned time, not the attempt's: a late retry composes the slot that was due then.
          scheduledAt: ContextAttribute.scheduledTime,
        }),
        maxEventAge: TRIED_FOR,
        retryAttempts: 10,
        deadLetterQueue: this.missed,
      }),
    });
  }
}

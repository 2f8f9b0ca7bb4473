import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { alarmsOf, ownMetric, type AlarmRule, type Watched } from './alarms.ts';
import { METRICS } from '../../lambdas/metric-names.ts';

export interface MonitoringProps extends Watched {
  /** Address that alarms go to; null: they are seen in CloudWatch alone. */
  operator: string | null;
}

/**
 * The alarms, who is told of them, and the dashboard. Each alarm says what is lost, and has a heading of its
 * name in RUNBOOK.md.
 */
export class Monitoring extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { operator, ...watched }: MonitoringProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true });
    // A policy of our own takes the place of SNS's default, which lets the account's alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (operator !== null) this.topic.addSubscription(new EmailSubscription(operator));
    const rules = alarmsOf(watched);
    for (const rule of rules) this.ring(rule);
    this.show(watched, rules);
  }

  private ring(rule: AlarmRule): void {
    const alarm = new Alarm(this, rule.name.replaceAll(' ', ''), {
      alarmName: `${Stack.of(this).stackName}: ${rule.name}`,
      alarmDescription: `${rule.lost} What to do: RUNBOOK.md, “${rule.name}”.`,
      metric: rule.metric,
      threshold: rule.threshold,
      comparisonOperator: rule.below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: rule.periods ?? 1,
      treatMissingData: rule.missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  private show({ functions, stackName, ...watched }: Watched, rules: AlarmRule[]): void {
    const own = (name: (typeof METRICS)[keyof typeof METRICS]) => ownMetric(name, stackName);
    const graph = (title: string, ...left: AlarmRule['metric'][]) =>
      new GraphWidget({ title, left, width: 12, height: 6 });
    const all = Object.values(functions);
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: stackName,
      defaultInterval: Duration.days(7),
    });
    const list = rules.map(({ name, lost }) => `- **${name}**: ${lost}`).join('\n');
    dashboard.addWidgets(new TextWidget({ markdown: list, width: 24, height: 8 }));
    dashboard.addWidgets(
      graph('Editions', own(METRICS.editionsMissing), own(METRICS.editionsPaused)),
      graph('Deliveries without a result', own(METRICS.deliveriesUnsettled)),
      graph('Day’s quota used, %', own(METRICS.quotaUsed)),
      graph('Articles quarantined', own(METRICS.articlesQuarantined)),
      graph(
        'Dead letters',
        watched.missedEvents.metricApproximateNumberOfMessagesVisible(),
        watched.deliveryDeadLetters.metricApproximateNumberOfMessagesVisible(),
        watched.feedbackDeadLetters.metricApproximateNumberOfMessagesVisible(),
        watched.ingestDeadLetters.metricApproximateNumberOfMessagesVisible(),
      ),
      graph('Errors of functions', ...all.map((fn) => fn.metricErrors())),
      graph('Time of functions', ...all.map((fn) => fn.metricDuration({ statistic: 'p95' }))),
      graph('Requests of pages', watched.api.metricCount(), watched.api.metricServerError()),
    );
  }
}

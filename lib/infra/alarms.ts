import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { METRICS, METRICS_NAMESPACE, type MetricName } from '../../lambdas/metric-names.ts';
import type { ParleyFunction } from './parley-function.ts';

/** What rings, and what readers or the operator lose by it. */
export interface AlarmText {
  /** Also a heading of RUNBOOK.md. */
  name: string;
  /** One sentence on what is lost. */
  lost: string;
}

export interface AlarmRule extends AlarmText {
  metric: IMetric;
  /** It rings from this value on; with `below`, under it. */
  threshold: number;
  below?: true;
  /** Periods of the metric in a row; 1 where it is left out. */
  periods?: number;
  /** What no data means: nothing (by default), or that something stands still. */
  missing?: TreatMissingData.BREACHING;
}

/** What there is to watch. */
export interface Watched {
  /** By their names: `compose`, `deliver`, … */
  functions: Record<string, ParleyFunction>;
  missedEvents: Queue;
  deliveryDeadLetters: Queue;
  feedbackDeadLetters: Queue;
  ingestDeadLetters: Queue;
  api: HttpApi;
  configurationSetName: string;
  stackName: string;
}

const FIVE_MINUTES = Duration.minutes(5);
const QUARTER_HOUR = Duration.minutes(15);

/**
 * SES looks an account over at 5 % bounces and may pause it at 10 %; for complaints at 0.1 % and 0.5 %
 * (SES's FAQ on its review process). It rings before the look.
 */
const BOUNCE_RATE = 0.04;
const COMPLAINT_RATE = 0.0008;
const QUOTA_USED_PERCENT = 80;

/** Every alarm of a stack, the most urgent for readers first. */
export function alarmsOf(watched: Watched): AlarmRule[] {
  return [
    ...ofEditions(watched),
    ...ofQueues(watched),
    ...ofReputation(watched),
    ...ofFunctions(watched),
  ];
}

function ofEditions({ stackName }: Watched): AlarmRule[] {
  const own = (name: MetricName) => ownMetric(name, stackName);
  return [
    {
      name: 'Edition missing',
      lost: 'The slot of a topic is past its cut-off without an edition: readers get no digest.',
      metric: own(METRICS.editionsMissing),
      threshold: 1,
    },
    {
      name: 'Edition paused',
      lost: 'An edition stands still: who has not got it yet does not get it until somebody resumes it.',
      metric: own(METRICS.editionsPaused),
      threshold: 1,
    },
    {
      name: 'Deliveries unsettled',
      lost: 'Nobody can say of some subscribers whether they got the edition.',
      metric: own(METRICS.deliveriesUnsettled),
      threshold: 1,
      periods: 3,
    },
    {
      name: 'Articles quarantined',
      lost: 'Articles could not be read: the next edition is made without them.',
      metric: own(METRICS.articlesQuarantined),
      threshold: 1,
    },
  ];
}

function ofQueues(watched: Watched): AlarmRule[] {
  const notEmpty = (queue: Queue) => ({
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: FIVE_MINUTES,
      statistic: 'Maximum',
    }),
    threshold: 1,
  });
  return [
    {
      name: 'Slot not composed',
      lost: 'Every try to compose a slot failed: without a hand its readers get no digest.',
      ...notEmpty(watched.missedEvents),
    },
    {
      name: 'Delivery dead letters',
      lost: 'Groups of deliveries were given up: up to 25 subscribers each wait for their edition.',
      ...notEmpty(watched.deliveryDeadLetters),
    },
    {
      name: 'Feedback dead letters',
      lost: 'Bounces or complaints are not recorded: people may be mailed who must not be.',
      ...notEmpty(watched.feedbackDeadLetters),
    },
    {
      name: 'Ingest dead letters',
      lost: 'Files under incoming/ could not be stored: the next edition is made without them.',
      ...notEmpty(watched.ingestDeadLetters),
    },
  ];
}

function ofReputation({ configurationSetName, stackName }: Watched): AlarmRule[] {
  const reputation = (metricName: string) =>
    new Metric({
      namespace: 'AWS/SES',
      metricName,
      dimensionsMap: { 'ses:configuration-set': configurationSetName },
      period: QUARTER_HOUR,
      statistic: 'Maximum',
    });
  return [
    {
      name: 'Bounce rate',
      lost: 'Too many mails bounce: SES may stop all sending of the account.',
      metric: reputation('Reputation.BounceRate'),
      threshold: BOUNCE_RATE,
    },
    {
      name: 'Complaint rate',
      lost: 'Too many readers call the digest spam: SES may stop all sending of the account.',
      metric: reputation('Reputation.ComplaintRate'),
      threshold: COMPLAINT_RATE,
    },
    {
      name: 'Quota nearly used',
      lost: 'The day’s sending quota is nearly used up: the rest of an edition waits for tomorrow.',
      metric: ownMetric(METRICS.quotaUsed, stackName),
      threshold: QUOTA_USED_PERCENT,
    },
    {
      name: 'Sender broken',
      lost: 'SES has paused the account, or does not sign for the domain: mails wait, or land in spam.',
      metric: ownMetric(METRICS.senderBroken, stackName),
      threshold: 1,
      periods: 2,
    },
  ];
}

/** What is lost where a function fails. */
const LOST_WITH: Record<string, string> = {
  compose: 'An edition could not be composed; of three tries within minutes one at least failed.',
  deliver: 'Deliveries are held up; their messages come back.',
  feedback: 'Bounces and complaints are taken in late; their events come back.',
  reconcile: 'Editions are not brought to their end, and no report is mailed.',
  site: 'Readers see an apology instead of a page; somebody may not get off the list.',
  mailbox: 'Mails of readers who ask to leave are taken in late, or not at all.',
  watch: 'Nobody counts what other alarms ring by: they stay silent.',
  ingest: 'Articles under incoming/ are not taken in; their events come back.',
};

function ofFunctions({ functions, api }: Watched): AlarmRule[] {
  const rules = Object.entries(functions).map(([name, fn]) => ({
    name: `Errors of ${name}`,
    lost: LOST_WITH[name] ?? `The function ${name} fails.`,
    metric: fn.metricErrors({ period: FIVE_MINUTES, statistic: 'Sum' }),
    threshold: 1,
    // One error is made good by the next try; but compose runs so seldom that each counts.
    periods: name === 'compose' ? 1 : 2,
  }));
  const throttles = Object.fromEntries(
    Object.entries(functions).map(([name, fn]) => [
      name,
      fn.metricThrottles({ period: FIVE_MINUTES, statistic: 'Sum' }),
    ]),
  );
  return [
    ...rules,
    {
      name: 'Functions throttled',
      lost: 'Lambda starts no more functions: pages and deliveries wait.',
      metric: new MathExpression({
        // A function that did not run has no figure, and a sum with one that is missing has none.
        expression: Object.keys(throttles)
          .map((name) => `FILL(${name}, 0)`)
          .join(' + '),
        usingMetrics: throttles,
        period: FIVE_MINUTES,
        label: 'Throttles',
      }),
      threshold: 1,
      periods: 3,
    },
    {
      name: 'Pages failing',
      lost: 'Readers see errors instead of pages; somebody may not get off the list.',
      metric: api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 5,
    },
    ...['reconcile', 'watch'].flatMap((name) => {
      const fn = functions[name];
      return fn ? [silence(name, fn)] : [];
    }),
  ];
}

/** What runs every five minutes and does not is missed. */
function silence(name: string, fn: ParleyFunction): AlarmRule {
  return {
    name: `No run of ${name}`,
    lost: LOST_WITH[name] ?? `The function ${name} does not run.`,
    metric: fn.metricInvocations({ period: QUARTER_HOUR, statistic: 'Sum' }),
    threshold: 1,
    below: true,
    missing: TreatMissingData.BREACHING,
  };
}

/** A metric that the functions count, over all of them. */
export function ownMetric(metricName: MetricName, stackName: string): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service: stackName },
    period: FIVE_MINUTES,
    statistic: 'Maximum',
  });
}

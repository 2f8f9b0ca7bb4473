import { Metrics } from '@aws-lambda-powertools/metrics';
import { METRICS_NAMESPACE, type MetricName } from './metric-names.ts';

/** What the functions count for the alarms. */
export interface Count {
  /** One value now: of several in five minutes, the alarms look at the greatest. */
  (name: MetricName, value: number): void;
}

/**
 * Counts as lines of the log, in CloudWatch's embedded metric format.
 * @param stackName the dimension by which stages are told apart
 */
export function createCount(stackName: string): Count {
  const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: stackName });
  return (name, value) => {
    metrics.addMetric(name, name === 'QuotaUsed' ? 'Percent' : 'Count', value);
    metrics.publishStoredMetrics();
  };
}

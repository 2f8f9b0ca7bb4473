/** Namespace of Parley's own metrics. Each carries the name of its stack in the dimension `service`. */
export const METRICS_NAMESPACE = 'Parley';

/** What the functions count for the alarms, beside what AWS counts by itself. */
export const METRICS = {
  /** Topics whose slot is past its cut-off without an edition. */
  editionsMissing: 'EditionsMissing',
  /** Editions that stand paused. */
  editionsPaused: 'EditionsPaused',
  /** Deliveries without a result for longer than they may be. */
  deliveriesUnsettled: 'DeliveriesUnsettled',
  /** Articles refused, by ingest or while composing. */
  articlesQuarantined: 'ArticlesQuarantined',
  /** Share of the day's sending quota that is used, 0–100. */
  quotaUsed: 'QuotaUsed',
  /** 1 where SES does not sign for the domain, or does not hold it for verified. */
  senderBroken: 'SenderBroken',
} as const;

export type MetricName = (typeof METRICS)[keyof typeof METRICS];

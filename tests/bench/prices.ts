/**
 * List prices in US dollars, us-east-1, without free tiers. DynamoDB's, Lambda's, SNS's, SQS's and CloudWatch's were found
 * in public price lists in 2026-11; the others are recalled from the pages "Pricing" of each service.
 */
export const PRICES = {
  lambdaGbSecond: 0.000_013_333_4,
  lambdaRequest: 0.2e-6,
  /** A unit: one KB written, or four KB read consistently. */
  tableWrite: 0.625e-6,
  tableRead: 0.125e-6,
  /** A gigabyte and month, with its point-in-time recovery. */
  tableGigabyte: 0.25 + 0.2,
  queueRequest: 0.4e-6,
  topicPublish: 0.5e-6,
  objectGet: 0.4e-6,
  objectList: 5e-6,
  schedulerCall: 1e-6,
  apiRequest: 1e-6,
  /** A gigabyte that goes out to readers. */
  transferGigabyte: 0.09,
  /** A gigabyte of log taken in; keeping it for three months is a tenth of that. */
  logGigabyte: 0.55,
  trace: 5e-6,
  /** Each a month. */
  alarm: 0.1,
  dashboard: 3,
  metric: 0.3,
  secret: 0.4,
};

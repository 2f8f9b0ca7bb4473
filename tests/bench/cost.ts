import { GROUP_SIZE } from '#lib/delivery/group.ts';
import { SES_USD_A_THOUSAND } from '#lib/aws/ses-quota.ts';

/** List prices in US dollars, us-east-1, without free tiers (pages "Pricing" of each service, recalled 2026-11). */
const PRICES = {
  lambdaGbSecond: 0.000_013_333_4,
  lambdaRequest: 0.2e-6,
  /** A unit: one KB written, or four KB read consistently. */
  tableWrite: 0.625e-6,
  tableRead: 0.125e-6,
  queueRequest: 0.4e-6,
  topicPublish: 0.5e-6,
  objectGet: 0.4e-6,
};

const MAILS = 1_000_000;
const GROUPS = MAILS / GROUP_SIZE;

/* What one group takes, by the size of its item: about 2 KB planned, 6 KB with its results. */
const WRITES_A_GROUP = 2 + 2 + 6 + 1;
/** The group, its subscribers and the pages that they are planned from. */
const READS_A_GROUP = 2 + GROUP_SIZE + GROUP_SIZE / 10;
/** Send and Delivery: each published, queued, received with nine others, and written. */
const EVENTS = 2 * MAILS;
const EVENTS_A_BATCH = 10;
const FEEDBACK_SECONDS_A_BATCH = 0.05;
/** Every five minutes for three hours, all groups. */
const RECONCILE_PASSES = 36;
const RECONCILE_READS_A_GROUP = 1.5;
const GROUPS_AN_INVOCATION = 5;
const GIGABYTES = 0.5;
/** Lambda gives one core at 1,769 MB ("Memory and computing power"). */
const CORES = (GIGABYTES * 1_024) / 1_769;
/** Waiting for SES twice and for the table five times, which costs no CPU but is paid. */
const WAITING_SECONDS_A_GROUP = 2 * 0.05 + 5 * 0.005;

/** Prints what a million mails cost beside SES's own fee. @param cpuMsAMail measured, of one core */
export function printCost(cpuMsAMail: number): void {
  const seconds = WAITING_SECONDS_A_GROUP + (GROUP_SIZE * cpuMsAMail) / 1_000 / CORES;
  const batches = EVENTS / EVENTS_A_BATCH;
  const costs: Record<string, number> = {
    'Lambda, deliver':
      GROUPS * seconds * GIGABYTES * PRICES.lambdaGbSecond +
      (GROUPS / GROUPS_AN_INVOCATION) * PRICES.lambdaRequest,
    'Lambda, feedback':
      batches *
      (FEEDBACK_SECONDS_A_BATCH * GIGABYTES * PRICES.lambdaGbSecond + PRICES.lambdaRequest),
    'DynamoDB, groups':
      GROUPS * (WRITES_A_GROUP * PRICES.tableWrite + READS_A_GROUP * PRICES.tableRead),
    'DynamoDB, events': EVENTS * PRICES.tableWrite,
    'DynamoDB, reconcile': RECONCILE_PASSES * GROUPS * RECONCILE_READS_A_GROUP * PRICES.tableRead,
    SNS: EVENTS * PRICES.topicPublish,
    SQS: (EVENTS + 2 * batches + 3 * GROUPS) * PRICES.queueRequest,
    S3: GROUPS * PRICES.objectGet,
  };
  const total = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  const fee = (MAILS / 1_000) * SES_USD_A_THOUSAND;
  console.log(`\nA million mails, beside SES's own $${fee}`);
  for (const [what, usd] of Object.entries(costs))
    console.log(`  ${what.padEnd(22)} $${usd.toFixed(2)}`);
  const share = ((total / fee) * 100).toFixed(1);
  console.log(`  ${'in all'.padEnd(22)} $${total.toFixed(2)}   ${share} % of SES's fee`);
}

import { GROUP_SIZE } from '#lib/delivery/group.ts';
import { SES_USD_A_THOUSAND } from '#lib/aws/ses-quota.ts';
import { PRICES } from './prices.ts';

const MAILS = 1_000_000;

/* What one group takes, by the size of its item: about 2 KB planned, 6 KB with its results. */
const WRITES_A_GROUP = 2 + 2 + 6 + 1;
/** The group, its subscribers and the pages that they are planned from. */
const READS_A_GROUP = 2 + GROUP_SIZE + GROUP_SIZE / 10;
/** Send, and the few that come back: each published, queued, received with nine others, and written. */
const EVENTS_A_MAIL = 1.01;
export const EVENTS_A_BATCH = 10;
const FEEDBACK_SECONDS_A_BATCH = 0.05;
/** Every five minutes for three hours, all groups. */
const RECONCILE_PASSES = 36;
const RECONCILE_READS_A_GROUP = 1.5;
export const GROUPS_AN_INVOCATION = 5;
const GIGABYTES = 0.5;
/** Lambda gives one core at 1,769 MB ("Memory and computing power"). */
const CORES = (GIGABYTES * 1_024) / 1_769;
/** Waiting for SES twice and for the table five times, which costs no CPU but is paid. */
const WAITING_SECONDS_A_GROUP = 2 * 0.05 + 5 * 0.005;

/** What mails cost beside SES's own fee, by service. @param cpuMsAMail of one core */
export function costOfMails(mails: number, cpuMsAMail: number): Record<string, number> {
  const groups = mails / GROUP_SIZE;
  const seconds = WAITING_SECONDS_A_GROUP + (GROUP_SIZE * cpuMsAMail) / 1_000 / CORES;
  const events = mails * EVENTS_A_MAIL;
  const batches = events / EVENTS_A_BATCH;
  return {
    'Lambda, deliver':
      groups * seconds * GIGABYTES * PRICES.lambdaGbSecond +
      (groups / GROUPS_AN_INVOCATION) * PRICES.lambdaRequest,
    'Lambda, feedback':
      batches *
      (FEEDBACK_SECONDS_A_BATCH * GIGABYTES * PRICES.lambdaGbSecond + PRICES.lambdaRequest),
    'DynamoDB, groups':
      groups * (WRITES_A_GROUP * PRICES.tableWrite + READS_A_GROUP * PRICES.tableRead),
    'DynamoDB, events': events * PRICES.tableWrite,
    'DynamoDB, reconcile': RECONCILE_PASSES * groups * RECONCILE_READS_A_GROUP * PRICES.tableRead,
    SNS: events * PRICES.topicPublish,
    SQS: (events + 2 * batches + 3 * groups) * PRICES.queueRequest,
    S3: groups * PRICES.objectGet,
  };
}

export const total = (costs: Record<string, number>): number =>
  Object.values(costs).reduce((sum, cost) => sum + cost, 0);

export const feeOf = (mails: number): number => (mails / 1_000) * SES_USD_A_THOUSAND;

/** Prints what a million mails cost beside SES's own fee. @param cpuMsAMail measured, of one core */
export function printCost(cpuMsAMail: number): void {
  const costs = costOfMails(MAILS, cpuMsAMail);
  const fee = feeOf(MAILS);
  console.log(`\nA million mails, beside SES's own $${fee}`);
  for (const [what, usd] of Object.entries(costs))
    console.log(`  ${what.padEnd(22)} $${usd.toFixed(2)}`);
  const share = ((total(costs) / fee) * 100).toFixed(1);
  console.log(`  ${'in all'.padEnd(22)} $${total(costs).toFixed(2)}   ${share} % of SES's fee`);
}

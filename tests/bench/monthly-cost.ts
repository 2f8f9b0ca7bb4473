import { METRICS } from '../../lambdas/metric-names.ts';
import { exampleTemplate } from '../infra/synthesise.ts';
import { costOfMails, EVENTS_A_BATCH, feeOf, GROUPS_AN_INVOCATION, total } from './cost.ts';
import { GROUP_SIZE } from '#lib/delivery/group.ts';
import { PRICES } from './prices.ts';

const AUDIENCES = [100, 10_000, 1_000_000];
const MONTH_SECONDS = (365.25 / 12) * 86_400;
const EDITIONS = 365.25 / 12 / 7;
/** Of one core, as `npm run bench sending` last measured on a busy machine, rounded up. */
const CPU_MS_A_MAIL = 2;

/** Reconcile and watch: every five minutes, a second and two lists each. */
const RUNS = (2 * MONTH_SECONDS) / 300;
const RUN_GB_SECONDS = 0.375;
const LISTS_A_RUN = 2;
/** Five pollers of Lambda ask each queue every twenty seconds, also where it is empty. */
const EMPTY_RECEIVES_A_QUEUE = (5 * MONTH_SECONDS) / 20;
/** Lines of an invocation, with Lambda's own three. */
const LOG_BYTES_A_RUN = 1_200;
/** X-Ray takes the first of each second, and sending takes so long. */
const SENDING_SECONDS = 3 * 3_600;
/** Of a mail in the ledger, its event included; the ledger forgets nothing, so it is told after a year. */
const LEDGER_BYTES_A_MAIL = 900;
const SUBSCRIBER_BYTES = 800;
/** Assumed: one reader in five opens a page of 60 kB. */
const PAGES_A_MAIL = 0.2;
const PAGE_BYTES = 60_000;
const PAGE_GB_SECONDS = 0.5 * 0.1;

const GB = 1e9;

/** Prints what the stack costs a month with a weekly digest, for three sizes of audience. Counts come from the template. */
export function printMonthlyCosts(): void {
  const fixed = fixedCosts();
  const columns = AUDIENCES.map((subscribers) => ({ ...fixed, ...costsOf(subscribers) }));
  console.log(`\nA month of a weekly digest, in US dollars\n${row('subscribers', AUDIENCES, 0)}`);
  for (const what of Object.keys(columns[0] ?? {}))
    console.log(
      row(
        what,
        columns.map((costs) => (costs as Record<string, number>)[what] ?? NaN),
      ),
    );
  console.log(row('in all', columns.map(total)));
}

/** What stands there whether anybody is mailed or not. */
function fixedCosts(): Record<string, number> {
  const template = exampleTemplate();
  const count = (type: string) => Object.keys(template.findResources(type)).length;
  const queues = count('AWS::Lambda::EventSourceMapping');
  const run = PRICES.lambdaRequest + PRICES.schedulerCall + RUN_GB_SECONDS * PRICES.lambdaGbSecond;
  return {
    'CloudWatch, alarms': count('AWS::CloudWatch::Alarm') * PRICES.alarm,
    'CloudWatch, metrics': Object.keys(METRICS).length * PRICES.metric,
    'CloudWatch, dashboard': count('AWS::CloudWatch::Dashboard') * PRICES.dashboard,
    'Secrets Manager': count('AWS::SecretsManager::Secret') * PRICES.secret,
    'reconcile and watch': RUNS * (run + LISTS_A_RUN * PRICES.objectList),
    'SQS, asked in vain': queues * EMPTY_RECEIVES_A_QUEUE * PRICES.queueRequest,
  };
}

function costsOf(subscribers: number): Record<string, number> {
  const mails = subscribers * EDITIONS;
  const invocations = mails / GROUP_SIZE / GROUPS_AN_INVOCATION + mails / EVENTS_A_BATCH;
  const pages = mails * PAGES_A_MAIL;
  const traces = RUNS + Math.min(invocations, 2 * SENDING_SECONDS * EDITIONS) + pages;
  const bytes = 12 * mails * LEDGER_BYTES_A_MAIL + subscribers * SUBSCRIBER_BYTES;
  const page = PRICES.apiRequest + PRICES.lambdaRequest + PAGE_GB_SECONDS * PRICES.lambdaGbSecond;
  return {
    logs: ((RUNS + invocations) * LOG_BYTES_A_RUN * PRICES.logGigabyte) / GB,
    'X-Ray': traces * PRICES.trace,
    pages: pages * (page + (PAGE_BYTES * PRICES.transferGigabyte) / GB),
    'tables kept, with PITR': (bytes * PRICES.tableGigabyte) / GB,
    'mails, all but SES': total(costOfMails(mails, CPU_MS_A_MAIL)),
    'mails, SES': feeOf(mails),
  };
}

function row(what: string, values: number[], digits = 2): string {
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `  ${what.padEnd(24)}${values.map((value) => format.format(value).padStart(14)).join('')}`;
}

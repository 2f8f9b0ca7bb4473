import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What stands in the place of an operator's address where there is none. */
export const NO_OPERATOR = 'none';

/** What the reconcile function's wiring reads; the stack provides exactly these. */
export const ReconcileEnvironment = z.object({
  EDITIONS_BUCKET: variable('the name of the bucket of editions'),
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
  DELIVERY_QUEUE_URL: variable('the address of the delivery queue'),
  FEEDBACK_QUEUE_URL: variable('the address of the queue of SES’s events'),
  SENDER_ADDRESS: variable('the address the mails come from'),
  CONFIGURATION_SET: variable('the configuration set of SES that tells what becomes of the mails'),
  SITE_URL: variable('the address of the public pages'),
  STACK_NAME: variable('the name of the stack, for commands in mails'),
  OPERATOR_ADDRESS: variable('the address that reports go to, or "none"'),
});

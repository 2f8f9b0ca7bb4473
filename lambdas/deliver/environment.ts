import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What stands in the place of a mailbox where there is none. */
export const NO_MAILBOX = 'none';

/** What the deliver function's wiring reads; the stack provides exactly these. */
export const DeliverEnvironment = z.object({
  EDITIONS_BUCKET: variable('the name of the bucket of editions'),
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
  SIGNING_KEYS_SECRET: variable('the secret with the keys that sign links'),
  SENDER_ADDRESS: variable('the address the mails come from'),
  CONFIGURATION_SET: variable('the configuration set of SES that tells what becomes of the mails'),
  SITE_URL: variable('the address of the public pages'),
  UNSUBSCRIBE_MAILBOX: variable('the address that takes mails that unsubscribe, or "none"'),
});

import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the compose function's wiring reads; the stack provides exactly these. */
export const ComposeEnvironment = z.object({
  ARTICLES_BUCKET: variable('the name of the bucket of articles'),
  EDITIONS_BUCKET: variable('the name of the bucket of editions'),
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
  DELIVERY_QUEUE_URL: variable('the address of the delivery queue'),
  SENDER_ADDRESS: variable('the address the mails come from'),
  CONFIGURATION_SET: variable('the configuration set of SES that tells what becomes of the mails'),
  SIGNING_KEYS_SECRET: variable('the secret with the keys that sign links'),
  SITE_URL: variable('the address of the public pages'),
  STACK_NAME: variable('the name of the stack, for commands in mails'),
  OPERATOR_ADDRESS: variable('the address that is asked for approvals, or "none"'),
  ANALYST_MODEL: variable('the id of a model of Amazon Bedrock, or "none"'),
});

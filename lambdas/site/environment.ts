import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the site function's wiring reads; the stack provides exactly these. */
export const SiteEnvironment = z.object({
  EDITIONS_BUCKET: variable('the name of the bucket of editions'),
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  COUNTERS_TABLE: variable('the name of the table of counters'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
  SITE_URL: variable('the address of the public pages'),
  TOPICS: variable('the ids of the topics, with commas between'),
  SENDER_ADDRESS: variable('the address that mails come from'),
  CONFIGURATION_SET: variable('the configuration set of SES'),
  SIGNING_KEYS_SECRET: variable('the secret with the keys that sign links'),
});

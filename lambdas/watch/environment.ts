import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the watch function's wiring reads; the stack provides exactly these. */
export const WatchEnvironment = z.object({
  EDITIONS_BUCKET: variable('the name of the bucket of editions'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
  TOPICS: variable('ids of the topics that have a schedule, with commas between'),
  SENDER_DOMAIN: variable('the domain that SES signs for'),
  STACK_NAME: variable('the name of the stack'),
});

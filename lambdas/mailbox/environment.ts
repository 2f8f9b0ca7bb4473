import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the mailbox function's wiring reads; the stack provides exactly these. */
export const MailboxEnvironment = z.object({
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  SIGNING_KEYS_SECRET: variable('the secret with the keys that sign links'),
});

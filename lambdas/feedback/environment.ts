import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the feedback function's wiring reads; the stack provides exactly these. */
export const FeedbackEnvironment = z.object({
  SUBSCRIBERS_TABLE: variable('the name of the table of subscribers'),
  LEDGER_TABLE: variable('the name of the table of the ledger'),
});

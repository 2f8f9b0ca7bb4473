import * as z from 'zod/mini';
import { variable } from '../read-environment.ts';

/** What the ingest function's wiring reads; the stack provides exactly these. */
export const IngestEnvironment = z.object({
  ARTICLES_BUCKET: variable('the name of the bucket of articles'),
  TOPICS: variable('ids of the topics that are followed, with commas between'),
  STACK_NAME: variable('the name of the stack'),
});

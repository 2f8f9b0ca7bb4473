import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { IngestReport } from '#lib/article/ingest.ts';
import { takeIncoming } from '#lib/article/take-incoming.ts';
import { decodedKey, parseObjectCreated } from '#lib/aws/parse-object-created.ts';
import { INCOMING } from '#lib/aws/s3-incoming.ts';
import { reasonOf } from '#lib/dependency-error.ts';
import { formatFault } from '#lib/fault.ts';
import { METRICS } from '../metric-names.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(async () => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleIngest(event, await wiring());

/**
 * Takes in what was put under `incoming/`, one file after the other. A message that nobody can read, or whose
 * file could not be stored, is named in the answer: SQS brings it back, at last to the dead letters. A file that is
 * refused is done with: it lies in quarantine with its reasons.
 */
export async function handleIngest(
  { Records }: SQSEvent,
  deps: HandlerDeps,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const record of Records) if (!(await isDone(record, deps))) failed.push(record.messageId);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function isDone({ messageId, body }: SQSRecord, deps: HandlerDeps): Promise<boolean> {
  const { log } = deps;
  const parsed = parseObjectCreated(body, messageId);
  if (!parsed.ok) {
    const faults = parsed.faults.map(formatFault);
    log.error('message cannot be read', { code: 'INGEST_POISON', messageId, faults });
    return false;
  }
  const { bucket, key } = parsed.value;
  if (bucket !== deps.bucket || !key.startsWith(INCOMING)) {
    log.warn('object is not to be taken in', { code: 'INGEST_FOREIGN', messageId, bucket, key });
    return true;
  }
  // What the console makes for a folder.
  if (key.endsWith('/')) return true;
  return isTaken(key, deps);
}

async function isTaken(key: string, deps: HandlerDeps): Promise<boolean> {
  const { log } = deps;
  try {
    const reports = (await takeIncoming(key, deps)) ?? (await takeIncoming(decodedKey(key), deps));
    if (reports !== null) return tell(key, reports, deps);
    // The same event may come twice, and a file may be put twice before it is read.
    log.info('file is gone', { code: 'INGEST_GONE', key });
    return true;
  } catch (error) {
    log.error('file not taken in', { code: 'INGEST_TROUBLE', key, reason: reasonOf(error) });
    return false;
  }
}

/** @returns whether the file is done with */
function tell(key: string, reports: IngestReport[], { log, count }: HandlerDeps): boolean {
  const those = (outcome: IngestReport['outcome']) =>
    reports.filter((report) => report.outcome === outcome);
  const faultsOf = (some: IngestReport[]) => some.flatMap(({ faults }) => faults.map(formatFault));
  const [refused, failed] = [those('quarantined'), those('failed')];
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, those(outcome).length]));
  log.info('file looked at', { code: 'INGEST_DONE', key, ...counts });
  if (failed.length > 0)
    log.error('articles not stored', { code: 'INGEST_TROUBLE', key, faults: faultsOf(failed) });
  if (refused.length > 0) {
    const faults = faultsOf(refused);
    log.error('articles quarantined', { code: 'INGEST_QUARANTINED', key, faults });
    count(METRICS.articlesQuarantined, refused.length);
  }
  return failed.length === 0;
}

const OUTCOMES = ['new', 'new-version', 'same', 'quarantined', 'failed'] as const;

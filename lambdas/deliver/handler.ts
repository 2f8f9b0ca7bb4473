import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { deliver, isUnfinished, type DeliveryOutcome } from '#lib/delivery/deliver.ts';
import type { DeliveryBatch } from '#lib/delivery/queue.ts';
import { formatFault } from '#lib/fault.ts';
import { once } from '../once.ts';
import { parseMessage } from './parse-message.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(() => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleDeliver(event, await wiring());

/**
 * Works off messages of the delivery queue, one after the other. A message that nobody can read, or
 * with deliveries to be tried again, is named in the answer: SQS brings it back, at last to the dead
 * letters. The others are done with; what the ledger knows as sent is not sent again.
 */
export async function handleDeliver(event: SQSEvent, deps: HandlerDeps): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = [];
  for (const record of event.Records)
    if (!(await isDone(record, deps))) batchItemFailures.push({ itemIdentifier: record.messageId });
  return { batchItemFailures };
}

async function isDone({ messageId, body }: SQSRecord, deps: HandlerDeps): Promise<boolean> {
  const parsed = parseMessage(body, messageId);
  if (!parsed.ok) {
    const faults = parsed.faults.map(formatFault);
    deps.log.error('message cannot be read', { code: 'DELIVER_POISON', messageId, faults });
    return false;
  }
  const outcomes = await deliver(parsed.value, deps);
  report(parsed.value, messageId, outcomes, deps);
  return !outcomes.some(isUnfinished);
}

/** Outcomes of a delivery that somebody has to look at. */
const WORRYING: ReadonlySet<DeliveryOutcome['kind']> = new Set(['failed', 'doubtful', 'broken']);

/** One line a message with the count of each outcome, and one for each delivery that worries. */
function report(
  { slot }: DeliveryBatch,
  messageId: string,
  outcomes: DeliveryOutcome[],
  { log }: HandlerDeps,
): void {
  const counts: Partial<Record<DeliveryOutcome['kind'], number>> = {};
  for (const outcome of outcomes) {
    counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    if (WORRYING.has(outcome.kind))
      log.error('delivery not settled well', { code: 'DELIVER_TROUBLE', slot, ...outcome });
  }
  log.info('message worked off', { code: 'DELIVER_DONE', slot, messageId, ...counts });
}

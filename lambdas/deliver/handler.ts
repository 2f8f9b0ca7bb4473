import type {
  Context,
  SQSBatchItemFailure,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { deliver } from '#lib/delivery/deliver.ts';
import {
  isUnfinished,
  type DeliveryOutcome,
  type GroupOutcome,
} from '#lib/delivery/delivery-outcome.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import { parseGroupKey } from '#lib/delivery/parse-group-key.ts';
import { formatFault } from '#lib/fault.ts';
import type { Log } from '../log.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(() => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  const until = Date.now() + context.getRemainingTimeInMillis() - SPARE_MS;
  const deps = await wiring();
  await deps.keys.refresh();
  return handleDeliver(event, deps, until);
};

/** For mails begun in the last moment, and the record of them: who is ended before leaves doubts. */
const SPARE_MS = 15_000;

/**
 * Works off messages of the delivery queue, one after the other. A message that nobody can read, or
 * with deliveries to be tried again, is named in the answer: SQS brings it back, at last to the dead
 * letters. The others are done with; what the ledger knows as sent is not sent again.
 * @param until milliseconds since 1970 after which nothing more is begun
 */
export async function handleDeliver(
  event: SQSEvent,
  deps: HandlerDeps,
  until = Infinity,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = [];
  for (const record of event.Records)
    if (deps.now().getTime() > until || !(await isDone(record, deps, until)))
      batchItemFailures.push({ itemIdentifier: record.messageId });
  return { batchItemFailures };
}

async function isDone(
  { messageId, body }: SQSRecord,
  deps: HandlerDeps,
  until: number,
): Promise<boolean> {
  const parsed = parseGroupKey(body, messageId);
  if (!parsed.ok) {
    const faults = parsed.faults.map(formatFault);
    deps.log.error('message cannot be read', { code: 'DELIVER_POISON', messageId, faults });
    return false;
  }
  const outcome = await deliver(parsed.value, deps, { until });
  report(parsed.value, messageId, outcome, deps);
  return !isUnfinished(outcome);
}

/** Outcomes of a delivery that somebody has to look at. */
const WORRYING: ReadonlySet<DeliveryOutcome['kind']> = new Set(['failed', 'doubtful', 'broken']);

/**
 * One line a message with the count of each outcome, one for each delivery that worries, and one that says why
 * others have to wait: a paused account or the sandbox holds them all up for the same reason.
 */
function report(
  { editionId, round, shard, after }: GroupKey,
  messageId: string,
  outcome: GroupOutcome,
  { log }: HandlerDeps,
): void {
  const group = { editionId, round, shard, after };
  if (outcome.kind !== 'worked') return reportWhole({ ...group, messageId, ...outcome }, log);
  const counts: Partial<Record<DeliveryOutcome['kind'], number>> = {};
  for (const delivery of outcome.deliveries) {
    counts[delivery.kind] = (counts[delivery.kind] ?? 0) + 1;
    if (WORRYING.has(delivery.kind))
      log.error('delivery not settled well', { code: 'DELIVER_TROUBLE', editionId, ...delivery });
  }
  const reasons = outcome.deliveries.flatMap((each) => (each.kind === 'later' ? each.reason : []));
  if (reasons.length > 0) {
    const held = { deliveries: reasons.length, reason: reasons[0] };
    log.warn('mails are held up', { code: 'DELIVER_HELD', editionId, messageId, ...held });
  }
  log.info('message worked off', { code: 'DELIVER_DONE', ...group, messageId, ...counts });
}

/** A group that is another worker's, or of an edition that is paused, is as it should be. */
function reportWhole(
  told: { kind: GroupOutcome['kind'] } & Record<string, unknown>,
  log: Log,
): void {
  const isFault = told.kind === 'broken' || told.kind === 'unknown';
  if (isFault) log.error('group not worked on', { code: 'DELIVER_TROUBLE', ...told });
  else log.info('group not worked on', { code: 'DELIVER_LEFT', ...told });
}

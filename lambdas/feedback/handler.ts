import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { reasonOf } from '#lib/dependency-error.ts';
import { deliveryId } from '#lib/delivery/delivery-id.ts';
import type { DeliveryEvent, EventType } from '#lib/delivery/delivery.ts';
import { takeFeedback, type FeedbackOutcome } from '#lib/delivery/feedback.ts';
import { parseFeedback, type Feedback } from '#lib/delivery/parse-feedback.ts';
import { formatFault } from '#lib/fault.ts';
import type { Log } from '../log.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(async () => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleFeedback(event, await wiring());

/** A message that tells of a delivery. */
interface Told {
  messageId: string;
  event: DeliveryEvent;
}

/**
 * Takes in what SES tells of mails. A message that nobody can read, or that could not be recorded, is named
 * in the answer: SQS brings it back, at last to the dead letters. One about a delivery that nobody planned is
 * done with: it will not be known later either.
 */
export async function handleFeedback(
  { Records }: SQSEvent,
  deps: HandlerDeps,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  const told: Told[] = [];
  for (const record of Records) {
    const read = readRecord(record, deps.log);
    if (read === 'unreadable') failed.push(record.messageId);
    else if (read !== 'nothing') told.push(read);
  }
  const outcomes = await takeFeedback(
    told.map(({ event }) => event),
    deps,
  );
  const counts = { recorded: 0, unknown: 0, failed: 0 };
  for (const [i, outcome] of outcomes.entries()) {
    const { messageId, event } = told[i] as Told;
    counts[outcome.kind] += 1;
    if (outcome.kind === 'failed') failed.push(messageId);
    report(event, outcome, deps.log);
  }
  deps.log.info('feedback taken in', {
    code: 'FEEDBACK_DONE',
    messages: Records.length,
    ...counts,
  });
  await brakeEditions(told, deps);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** A brake that fails keeps no event from being done with: `reconcile` looks at the rates as well. */
async function brakeEditions(told: readonly Told[], { brake, log }: HandlerDeps): Promise<void> {
  const bad = told.filter(({ event: { type } }) => type === 'bounce' || type === 'complaint');
  for (const editionId of new Set(bad.map(({ event }) => event.editionId))) {
    const reason = await brake.look(editionId).catch((error: unknown) => {
      const line = { code: 'FEEDBACK_TROUBLE', editionId, reason: reasonOf(error) };
      log.error('rates not looked at', line);
      return null;
    });
    if (reason !== null) log.error('edition paused', { code: 'FEEDBACK_BRAKE', editionId, reason });
  }
}

function readRecord({ messageId, body }: SQSRecord, log: Log): Told | 'unreadable' | 'nothing' {
  const parsed = parseFeedback(body, messageId);
  if (!parsed.ok) {
    const faults = parsed.faults.map(formatFault);
    log.error('message cannot be read', { code: 'FEEDBACK_POISON', messageId, faults });
    return 'unreadable';
  }
  if (parsed.value.kind === 'event') return { messageId, event: parsed.value.event };
  reportOther(parsed.value, messageId, log);
  return 'nothing';
}

/** Nothing that is kept; but a report that does not reach the operator is to be seen. */
function reportOther(
  told: Exclude<Feedback, { kind: 'event' }>,
  messageId: string,
  log: Log,
): void {
  if (told.kind === 'foreign')
    log.warn('mail is no delivery', { code: 'FEEDBACK_UNKNOWN', messageId, reason: told.what });
  if (told.kind === 'beside' && NOT_REACHED.has(told.type)) {
    const { mail, type, reason } = told;
    log.warn('mail came back', { code: 'FEEDBACK_RETURNED', messageId, mail, type, reason });
  }
}

const NOT_REACHED: ReadonlySet<EventType> = new Set([
  'bounce',
  'soft-bounce',
  'complaint',
  'reject',
]);

function report(event: DeliveryEvent, outcome: FeedbackOutcome, log: Log): void {
  if (outcome.kind === 'recorded') return;
  const { type, messageId } = event;
  const line = { delivery: deliveryId(event), type, messageId, reason: outcome.reason };
  if (outcome.kind === 'unknown')
    log.warn('event of an unknown delivery', { code: 'FEEDBACK_UNKNOWN', ...line });
  else log.error('event not recorded', { code: 'FEEDBACK_TROUBLE', ...line });
}

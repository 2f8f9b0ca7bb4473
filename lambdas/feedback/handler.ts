import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { reasonOf } from '#lib/dependency-error.ts';
import { deliveryId } from '#lib/delivery/delivery-id.ts';
import type { DeliveryEvent, EventType } from '#lib/delivery/delivery.ts';
import { takeFeedback, type FeedbackOutcome } from '#lib/delivery/feedback.ts';
import { takeLetterFeedback, type LetterEvent } from '#lib/delivery/letter-feedback.ts';
import { parseFeedback, type Feedback } from '#lib/delivery/parse-feedback.ts';
import { formatFault } from '#lib/fault.ts';
import type { Log } from '../log.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(async () => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> =>
  handleFeedback(event, await wiring());

/** A message that tells of a mail to a subscriber. */
type Told =
  | { kind: 'event'; messageId: string; event: DeliveryEvent }
  | { kind: 'letter'; messageId: string; event: LetterEvent };

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
  const counts = { recorded: 0, unknown: 0, failed: 0 };
  for (const [each, outcome] of await takeAll(told, deps)) {
    counts[outcome.kind] += 1;
    if (outcome.kind === 'failed') failed.push(each.messageId);
    report(each, outcome, deps.log);
  }
  deps.log.info('feedback taken in', {
    code: 'FEEDBACK_DONE',
    messages: Records.length,
    ...counts,
  });
  await brakeEditions(told, deps);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function takeAll(
  told: readonly Told[],
  deps: HandlerDeps,
): Promise<Map<Told, FeedbackOutcome>> {
  const outcomes = new Map<Told, FeedbackOutcome>();
  for (const each of told)
    if (each.kind === 'letter')
      outcomes.set(each, await takeLetterFeedback(each.event, deps.subscribers));
  const ofDeliveries = told.filter((each) => each.kind === 'event');
  const taken = await takeFeedback(
    ofDeliveries.map(({ event }) => event),
    deps,
  );
  for (const [i, outcome] of taken.entries()) outcomes.set(ofDeliveries[i] as Told, outcome);
  return outcomes;
}

/** A brake that fails keeps no event from being done with: `reconcile` looks at the rates as well. */
async function brakeEditions(told: readonly Told[], { brake, log }: HandlerDeps): Promise<void> {
  const ofDeliveries = told.filter((each) => each.kind === 'event').map(({ event }) => event);
  const bad = ofDeliveries.filter(({ type }) => type === 'bounce' || type === 'complaint');
  for (const editionId of new Set(bad.map((event) => event.editionId))) {
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
  const { value } = parsed;
  reportReturned(value, messageId, log);
  return value.kind === 'event' || value.kind === 'letter' ? { ...value, messageId } : 'nothing';
}

/** Of a delivery the ledger tells what became of it; of other mails only the log. */
function reportReturned(told: Feedback, messageId: string, log: Log): void {
  if (told.kind === 'foreign')
    log.warn('mail is no delivery', { code: 'FEEDBACK_UNKNOWN', messageId, reason: told.what });
  const line = returnedLine(told);
  if (line !== null && NOT_REACHED.has(line.type))
    log.warn('mail came back', { code: 'FEEDBACK_RETURNED', messageId, ...line });
}

function returnedLine(told: Feedback) {
  if (told.kind === 'beside') return { mail: told.mail, type: told.type, reason: told.reason };
  if (told.kind !== 'letter') return null;
  const { letter: mail, subscriberId, type, reason } = told.event;
  return { mail, subscriberId, type, reason };
}

const NOT_REACHED: ReadonlySet<EventType> = new Set([
  'bounce',
  'soft-bounce',
  'complaint',
  'reject',
]);

function report(told: Told, outcome: FeedbackOutcome, log: Log): void {
  if (outcome.kind === 'recorded') return;
  const { messageId, event } = told;
  const about =
    told.kind === 'event'
      ? { delivery: deliveryId(told.event), messageId: told.event.messageId }
      : { mail: told.event.letter, subscriberId: told.event.subscriberId, messageId };
  const line = { ...about, type: event.type, reason: outcome.reason };
  if (outcome.kind === 'unknown')
    log.warn('event of an unknown delivery', { code: 'FEEDBACK_UNKNOWN', ...line });
  else log.error('event not recorded', { code: 'FEEDBACK_TROUBLE', ...line });
}

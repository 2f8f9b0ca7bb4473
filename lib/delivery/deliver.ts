import { randomUUID } from 'node:crypto';
import { reasonOf } from '#lib/dependency-error.ts';
import { editionId, type Edition, type EditionStore, type Slot } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import { mapConcurrently } from '#lib/map-concurrently.ts';
import type { Links } from '#lib/subscription/links.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import { composeMail, type Sender } from './compose-mail.ts';
import { deliveryId } from './delivery-id.ts';
import type { Delivery, DeliveryKey, DeliveryState, Ledger } from './ledger.ts';
import type { Mailer, MailOutcome, OutgoingMail } from './mailer.ts';
import type { DeliveryBatch } from './queue.ts';

/** Deliveries at work at once within a batch: they mostly wait for ledger and mail server. */
export const DELIVERIES_AT_ONCE = 8;

export interface DeliverDeps {
  editions: Pick<EditionStore, 'get'>;
  subscribers: Pick<SubscriberStore, 'get'>;
  ledger: Ledger;
  mailer: Mailer;
  links: Links;
  sender: Sender;
  now: () => Date;
}

/**
 * What became of one delivery.
 * sent: the mail server has it. settled: an earlier run finished it, in this state. skipped, failed:
 * it never will be sent. later: certainly not sent, to be tried again. doubtful: it may have been
 * sent, so nobody sends it again on a guess. broken: something Parley stands on failed before
 * anything was sent, to be tried again.
 */
export type DeliveryOutcome = { subscriberId: string } & Result;
type Result =
  | { kind: 'sent'; messageId: string }
  | { kind: 'settled'; state: Exclude<DeliveryState, 'claimed'> }
  | { kind: 'skipped' | 'failed' | 'later' | 'doubtful' | 'broken'; reason: string };

/** Whether a delivery has to be put on the queue again. */
export function isUnfinished({ kind }: DeliveryOutcome): boolean {
  return kind === 'later' || kind === 'broken';
}

/**
 * Delivers an edition to the subscribers of a batch, each by claim → send → confirm, and says what
 * became of each, in their order. One that fails never stops the others, and nothing is thrown.
 */
export async function deliver(batch: DeliveryBatch, deps: DeliverDeps): Promise<DeliveryOutcome[]> {
  const { subscriberIds, slot } = batch;
  const found = await findEdition(slot, deps);
  if (typeof found === 'string')
    return subscriberIds.map((subscriberId) => ({ subscriberId, kind: 'broken', reason: found }));
  const run: Run = { ...deps, edition: found, postponed: null };
  const outcomes: DeliveryOutcome[] = [];
  const deliverTo = async (subscriberId: string) => ({
    subscriberId,
    ...(await deliverOne({ editionId: found.id, subscriberId }, run)),
  });
  for await (const outcome of mapConcurrently(subscriberIds, DELIVERIES_AT_ONCE, deliverTo))
    outcomes.push(outcome);
  return outcomes;
}

interface Run extends DeliverDeps {
  edition: Edition;
  /** Why the mail server takes nothing at present. The rest of the batch then waits. */
  postponed: string | null;
}

/** The edition, or why there is none. */
async function findEdition(slot: Slot, { editions }: DeliverDeps): Promise<Edition | string> {
  try {
    const edition = await editions.get(slot);
    return edition ?? `no edition is frozen for ${editionId(slot)}`;
  } catch (error) {
    return reasonOf(error);
  }
}

async function deliverOne(key: DeliveryKey, run: Run): Promise<Result> {
  if (run.postponed !== null) return { kind: 'later', reason: run.postponed };
  try {
    const claimId = randomUUID();
    const claim = await run.ledger.claim(key, claimId, instant(run));
    if (claim.claimed) return await deliverClaimed(key, claimId, run);
    return await takeUp(claim.delivery, run);
  } catch (error) {
    return { kind: 'broken', reason: reasonOf(error) };
  }
}

/** What an earlier attempt left. Only a mail server that knows for certain lets a claim without a result go on. */
async function takeUp(delivery: Delivery, run: Run): Promise<Result> {
  const { state, claimId, claimedAt } = delivery;
  if (state !== 'claimed') return { kind: 'settled', state };
  const taken = (await run.mailer.accepted?.(deliveryId(delivery))) ?? null;
  if (taken === null)
    return {
      kind: 'doubtful',
      reason: `claimed at ${claimedAt} by another run, which has left no result`,
    };
  if (taken === 'no') return deliverClaimed(delivery, claimId, run);
  await run.ledger.confirm(delivery, taken.messageId, instant(run));
  return { kind: 'sent', messageId: taken.messageId };
}

async function deliverClaimed(key: DeliveryKey, claimId: string, run: Run): Promise<Result> {
  const mail = await prepare(key, run).catch(async (error: unknown) => {
    await run.ledger.release(key, claimId);
    throw error;
  });
  if ('raw' in mail) return send(mail, key, claimId, run);
  await run.ledger.settle(key, mail.kind, mail.reason, instant(run));
  return mail;
}

type Refusal = { kind: 'skipped' | 'failed'; reason: string };

/** The mail for a subscriber as they are at this moment, or why there is none. */
async function prepare(key: DeliveryKey, run: Run): Promise<OutgoingMail | Refusal> {
  const subscriber = await run.subscribers.get(run.edition.topicId, key.subscriberId);
  if (subscriber?.state !== 'active')
    return { kind: 'skipped', reason: subscriber?.state ?? 'removed' };
  const composed = await composeMail(run.edition, subscriber, { ...run, at: run.now() });
  if (composed.ok) return composed.value;
  return { kind: 'failed', reason: composed.faults.map(formatFault).join('; ') };
}

async function send(
  mail: OutgoingMail,
  key: DeliveryKey,
  claimId: string,
  run: Run,
): Promise<Result> {
  const outcome = await sendOnce(mail, run);
  const { ledger } = run;
  switch (outcome.kind) {
    case 'accepted':
      return confirm(key, outcome.messageId, run);
    case 'rejected':
      await ledger.settle(key, 'failed', outcome.reason, instant(run));
      return { kind: 'failed', reason: outcome.reason };
    case 'throttled':
      if (outcome.scope === 'account') run.postponed = outcome.reason;
      await ledger.release(key, claimId);
      return { kind: 'later', reason: outcome.reason };
    case 'unknown':
      return { kind: 'doubtful', reason: outcome.reason };
  }
}

async function sendOnce(mail: OutgoingMail, { mailer }: Run): Promise<MailOutcome> {
  // A mailer that fails in a way it did not foresee may have sent.
  const outcome = await mailer
    .send(mail)
    .catch((error: unknown) => ({ kind: 'unknown' as const, reason: reasonOf(error) }));
  if (outcome.kind === 'accepted') return outcome;
  // Mail servers repeat the address in their answers; it belongs neither in the ledger nor in a log.
  return { ...outcome, reason: outcome.reason.replaceAll(mail.to, 'the address') };
}

async function confirm(key: DeliveryKey, messageId: string, run: Run): Promise<Result> {
  try {
    await run.ledger.confirm(key, messageId, instant(run));
    return { kind: 'sent', messageId };
  } catch (error) {
    return { kind: 'doubtful', reason: `sent, but the ledger did not take it: ${reasonOf(error)}` };
  }
}

const instant = ({ now }: Run) => now().toISOString();

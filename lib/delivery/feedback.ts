import { reasonOf } from '#lib/dependency-error.ts';
import { slotOf } from '#lib/edition/edition.ts';
import { noteSoftBounce, takeOff } from '#lib/subscription/returned-mail.ts';
import type { SubscriberStore } from '#lib/subscription/subscriber.ts';
import { deliveryId } from './delivery-id.ts';
import type { DeliveryEvent, EventType } from './delivery.ts';
import type { Deliveries, EditionHeads, Events } from './ledger.ts';

export interface FeedbackDeps {
  ledger: Events & Pick<EditionHeads, 'head'> & Pick<Deliveries, 'get'>;
  subscribers: Pick<SubscriberStore, 'get' | 'setState' | 'noteSoftBounce'>;
}

/**
 * What became of an event. recorded: the ledger and the subscriber's state know of it. unknown: nobody
 * planned such a delivery, so it is kept nowhere. failed: something broke, and it has to come again.
 */
export type FeedbackOutcome = { kind: 'recorded' } | { kind: 'unknown' | 'failed'; reason: string };

/** Rare, and about a person: looked up one by one. Of the others only the edition is. */
const OF_A_PERSON: ReadonlySet<EventType> = new Set([
  'bounce',
  'soft-bounce',
  'complaint',
  'reject',
]);

/**
 * Takes events in: into the ledger, and a bounce or complaint into the subscriber's state. In any order and
 * any number of times it comes to the same. One event never stops the others, and nothing is thrown.
 * @returns what became of each, in their order
 */
export async function takeFeedback(
  events: readonly DeliveryEvent[],
  deps: FeedbackDeps,
): Promise<FeedbackOutcome[]> {
  const known = knownEditions(deps);
  const sorted = await Promise.all(
    events.map(async (event) => ({
      event,
      outcome: await attempt(() => lookUp(event, known, deps)),
    })),
  );
  const own = sorted.filter(({ outcome }) => outcome.kind === 'recorded').map(({ event }) => event);
  const recorded = await attempt(async () => {
    if (own.length > 0) await deps.ledger.recordEvents(own);
    return { kind: 'recorded' };
  });
  const outcomes: FeedbackOutcome[] = [];
  // One after the other: two events of one person would only be in each other's way.
  for (const { event, outcome } of sorted)
    if (outcome.kind !== 'recorded') outcomes.push(outcome);
    else if (recorded.kind !== 'recorded') outcomes.push(recorded);
    else outcomes.push(await attempt(() => tellSubscriber(event, deps)));
  return outcomes;
}

async function attempt(work: () => Promise<FeedbackOutcome>): Promise<FeedbackOutcome> {
  try {
    return await work();
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** Whether an edition was ever planned, each asked once. */
function knownEditions({ ledger }: FeedbackDeps): (editionId: string) => Promise<boolean> {
  const asked = new Map<string, Promise<boolean>>();
  return (editionId) => {
    const answer = asked.get(editionId) ?? ledger.head(editionId).then((head) => head !== null);
    asked.set(editionId, answer);
    return answer;
  };
}

async function lookUp(
  event: DeliveryEvent,
  isKnown: (editionId: string) => Promise<boolean>,
  { ledger }: FeedbackDeps,
): Promise<FeedbackOutcome> {
  const { editionId, type } = event;
  if (!(await isKnown(editionId)))
    return { kind: 'unknown', reason: `${editionId} was never planned` };
  if (OF_A_PERSON.has(type) && (await ledger.get(event)) === null)
    return { kind: 'unknown', reason: `there is no delivery ${deliveryId(event)}` };
  return { kind: 'recorded' };
}

/** A hard bounce or a complaint ends a subscription; soft bounces are counted. */
async function tellSubscriber(
  { editionId, subscriberId, type, at, sentAt }: DeliveryEvent,
  { subscribers }: FeedbackDeps,
): Promise<FeedbackOutcome> {
  const slot = slotOf(editionId);
  if (slot === null) return { kind: 'unknown', reason: `${editionId} names no edition` };
  const addressee = { topicId: slot.topicId, subscriberId };
  if (type === 'bounce') await takeOff(addressee, { state: 'bounced', at, sentAt }, subscribers);
  if (type === 'complaint')
    await takeOff(addressee, { state: 'complained', at, sentAt }, subscribers);
  if (type === 'soft-bounce')
    await noteSoftBounce(addressee, { slot: slot.date, at, sentAt }, subscribers);
  return { kind: 'recorded' };
}

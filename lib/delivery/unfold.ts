import type { Delivery, DeliveryEvent, EventType } from './delivery.ts';
import type { Group } from './group.ts';

/** The deliveries of a group by subscriber id, without what the mail server told afterwards. */
export function unfold(group: Group): Delivery[] {
  return group.subscriberIds.map((subscriberId) => {
    const { editionId, round } = group;
    const reopenedAt = group.reopened[subscriberId] ?? null;
    return { editionId, subscriberId, round, reopenedAt, ...progress(group, subscriberId) };
  });
}

type Progress = Pick<Delivery, 'state' | 'since' | 'messageId' | 'reason'>;

function progress({ plannedAt, claim, results, doubts }: Group, id: string): Progress {
  const [result, doubt] = [results[id], doubts[id]];
  const open = { messageId: null, reason: null };
  if (result?.state === 'sent') return told('sent', { ...result, reason: result.reason ?? null });
  if (result !== undefined) return told(result.state, { ...result, messageId: null });
  if (doubt !== undefined) return { ...open, ...doubt, state: 'doubtful' };
  if (claim !== null) return { ...open, state: 'claimed', since: claim.at };
  return { ...open, state: 'waiting', since: plannedAt };
}

/**
 * A delivery with its events, in whatever order they came. What came back weighs more than that it
 * was sent, and any event of a mail that the server took more than that nobody recorded it.
 */
export function withEvents(delivery: Delivery, events: readonly DeliveryEvent[]): Delivery {
  const find = (type: EventType) => events.find((event) => event.type === type);
  const complaint = find('complaint');
  if (complaint !== undefined) return { ...delivery, ...told('complained', complaint) };
  const bounce = find('bounce');
  if (bounce !== undefined) return { ...delivery, ...told('bounced', bounce) };
  const reject = find('reject');
  if (reject !== undefined && isSameMessage(delivery, reject))
    return { ...delivery, ...told('failed', reject) };
  const taken = find('send') ?? find('delivery') ?? find('delay') ?? find('soft-bounce');
  if (taken === undefined || delivery.state === 'sent') return delivery;
  return { ...delivery, ...told('sent', taken), reason: null };
}

/** A rejection of an earlier round's message says nothing of a later one. */
const isSameMessage = ({ messageId }: Delivery, event: DeliveryEvent) =>
  messageId === null || event.messageId === null || messageId === event.messageId;

type Told = Pick<DeliveryEvent, 'at' | 'messageId' | 'reason'>;

const told = (state: Delivery['state'], { at, messageId, reason }: Told): Progress => ({
  state,
  since: at,
  messageId,
  reason,
});

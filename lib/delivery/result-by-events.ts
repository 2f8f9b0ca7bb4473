import type { DeliveryKey } from './delivery.ts';
import type { Group, Result } from './group.ts';
import type { Deliveries } from './ledger.ts';

/**
 * What the mail server has told of a delivery without a result; null: nothing. Any event but a rejection says
 * that it took the mail.
 */
export async function resultByEvents(
  key: DeliveryKey,
  { round }: Pick<Group, 'round'>,
  ledger: Pick<Deliveries, 'get'>,
): Promise<Result | null> {
  const delivery = await ledger.get(key);
  if (delivery === null) return null;
  const { state, since: at, messageId, reason } = delivery;
  if (delivery.round !== round)
    return { state: 'failed', at, reason: `planned again in round ${delivery.round}` };
  if (state === 'failed') return { state, at, reason: reason ?? 'rejected' };
  if (state === 'sent' || state === 'bounced' || state === 'complained')
    return { state: 'sent', at, messageId: messageId ?? 'unknown' };
  return null;
}

import { deliveryId } from './delivery-id.ts';
import type { DeliveryOutcome } from './delivery-outcome.ts';
import { doubtfulIds, type Group } from './group.ts';
import type { Mailer } from './mailer.ts';

/** Doubtful deliveries of a group, by what the mail server knows of them. */
export interface AskedDoubts {
  /** It has the mail. */
  settled: DeliveryOutcome[];
  /** It certainly does not have it: they can be sent. */
  unsent: string[];
  /** It cannot tell. */
  doubtful: DeliveryOutcome[];
}

/** Asks the mail server for the deliveries of a group that may have been sent. */
export async function settleDoubts(group: Group, mailer: Mailer): Promise<AskedDoubts> {
  const asked: AskedDoubts = { settled: [], unsent: [], doubtful: [] };
  for (const subscriberId of doubtfulIds(group)) {
    const id = deliveryId({ editionId: group.editionId, subscriberId });
    const taken = (await mailer.accepted?.(id).catch(() => null)) ?? null;
    if (taken === 'no') asked.unsent.push(subscriberId);
    else if (taken !== null)
      asked.settled.push({ subscriberId, kind: 'settled', state: 'sent', ...taken });
    else asked.doubtful.push(doubtful(subscriberId, group));
  }
  return asked;
}

function doubtful(subscriberId: string, { doubts }: Group): DeliveryOutcome {
  const { since = '', reason = '' } = doubts[subscriberId] ?? {};
  return { subscriberId, kind: 'doubtful', reason: `since ${since}: ${reason}` };
}

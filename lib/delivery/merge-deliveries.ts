import type { Delivery, DeliveryEvent } from './delivery.ts';
import { joinSorted } from './join-sorted.ts';
import { withEvents } from './unfold.ts';

/**
 * Puts the deliveries of all rounds and their events together, each stream ascending by subscriber
 * id: one delivery a subscriber, that of the last round. Events of nobody's delivery are left out.
 * @param rounds the deliveries of each round, the first round first
 */
export async function* mergeDeliveries(
  rounds: readonly AsyncIterable<Delivery>[],
  events: AsyncIterable<DeliveryEvent>,
): AsyncGenerator<Delivery> {
  for await (const joined of joinSorted<Delivery | DeliveryEvent>([...rounds, events])) {
    const delivery = joined.findLast((each): each is Delivery => 'state' in each);
    const own = joined.filter((each): each is DeliveryEvent => 'type' in each);
    if (delivery !== undefined) yield withEvents(delivery, own);
  }
}

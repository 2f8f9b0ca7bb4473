import type { DeliveryKey } from './delivery.ts';

/** Id of a delivery in message ids, file names and events: "us-north-korea.2026-11-16.5f0c…". */
export function deliveryId({ editionId, subscriberId }: DeliveryKey): string {
  return `${editionId}.${subscriberId}`;
}

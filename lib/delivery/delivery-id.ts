import type { DeliveryKey } from './delivery.ts';

/** Id of a delivery in message ids, file names and events: "us-north-korea.2026-11-16.5f0c…". */
export function deliveryId({ editionId, subscriberId }: DeliveryKey): string {
  return `${editionId}.${subscriberId}`;
}

/** An id as a tag of SES, which takes letters, digits, - and _ only. */
export const toTag = (id: string): string => id.replaceAll('.', '_');

/** The delivery that an id or its tag names: neither a topic nor a date has a . or _; null for other text. */
export function parseDeliveryId(text: string): DeliveryKey | null {
  const { topicId, date, subscriberId } =
    /^(?<topicId>[a-z0-9][a-z0-9-]{0,59})[._](?<date>\d{4}-\d{2}-\d{2})[._](?<subscriberId>.+)$/.exec(
      text,
    )?.groups ?? {};
  if (subscriberId === undefined) return null;
  return { editionId: `${topicId}.${date}`, subscriberId };
}

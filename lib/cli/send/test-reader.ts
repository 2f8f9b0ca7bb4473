import { randomUUID } from 'node:crypto';
import type { Subscriber } from '#lib/subscription/subscriber.ts';

/** Stands in no store: its unsubscribe link works, and finds nobody to unsubscribe. */
export function testReader(topicId: string, address: string, at: string): Subscriber {
  return {
    id: `test-${randomUUID()}`,
    topicId,
    address,
    name: null,
    state: 'active',
    since: at,
    consent: { at, source: 'test mail' },
  };
}

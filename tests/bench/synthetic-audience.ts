import type { Subscriber, SubscriberStore } from '#lib/subscription/subscriber.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';

type Audience = Pick<SubscriberStore, 'list' | 'getMany'>;

const DIGITS = 12;
const IDS = 16 ** DIGITS;

/** So many active subscribers with ids spread evenly, made when they are asked for: nothing of them is kept. */
export function syntheticAudience(count: number): Audience {
  const step = Math.floor(IDS / count);
  const idOf = (i: number) => (i * step).toString(16).padStart(DIGITS, '0');
  const firstFrom = (id: string) => Math.ceil(parseInt(id.padEnd(DIGITS, '0'), 16) / step);
  return {
    async *list(_topicId, range): AsyncGenerator<Subscriber> {
      const { from = '', below = null } = range ?? {};
      const end = below === null ? count : Math.min(count, firstFrom(below));
      for (let i = from === '' ? 0 : firstFrom(from); i < end; i++) yield sampleSubscriber(idOf(i));
    },
    getMany: async (_topicId, ids) => new Map(ids.map((id) => [id, sampleSubscriber(id)])),
  };
}

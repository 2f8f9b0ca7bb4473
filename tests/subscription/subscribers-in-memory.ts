import { addressKey } from '#lib/subscription/address.ts';
import type { Subscriber, SubscriberStore } from '#lib/subscription/subscriber.ts';

/** Subscribers of one topic in memory, in the order of their coming. */
export class SubscribersInMemory implements Pick<SubscriberStore, 'add' | 'get'> {
  readonly all: Subscriber[] = [];

  async add(subscriber: Subscriber): ReturnType<SubscriberStore['add']> {
    const key = addressKey(subscriber.address);
    const standing = this.all.find(({ address }) => addressKey(address) === key);
    if (standing !== undefined) return { added: false, subscriber: standing };
    this.all.push(subscriber);
    return { added: true, subscriber };
  }

  async get(_topicId: string, id: string): Promise<Subscriber | null> {
    return this.all.find((each) => each.id === id) ?? null;
  }
}

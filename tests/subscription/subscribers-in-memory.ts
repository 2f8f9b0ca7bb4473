import { addressKey } from '#lib/subscription/address.ts';
import type {
  IdRange,
  Subscriber,
  SubscriberState,
  SubscriberStore,
} from '#lib/subscription/subscriber.ts';

/** Subscribers of one topic in memory, in the order of their coming. */
export class SubscribersInMemory implements Omit<SubscriberStore, 'find' | 'remove'> {
  readonly all: Subscriber[] = [];
  private readonly softBounces = new Map<string, Set<string>>();

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

  async getMany(_topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>> {
    const found = this.all.filter(({ id }) => ids.includes(id));
    return new Map(found.map((each) => [each.id, each]));
  }

  async setState(
    _topicId: string,
    id: string,
    state: SubscriberState,
    at: string,
    standing?: Pick<Subscriber, 'state' | 'since'>,
  ): Promise<boolean> {
    const i = this.all.findIndex((each) => each.id === id);
    const found = this.all[i];
    if (found === undefined) return false;
    if (standing && (standing.state !== found.state || standing.since !== found.since))
      return false;
    this.all[i] = { ...found, state, since: at };
    return true;
  }

  async noteSoftBounce(_topicId: string, id: string, date: string): Promise<string[]> {
    if (!this.all.some((each) => each.id === id)) return [];
    const dates = (this.softBounces.get(id) ?? new Set()).add(date);
    this.softBounces.set(id, dates);
    return [...dates];
  }

  async *list(_topicId: string, range?: IdRange): AsyncGenerator<Subscriber> {
    const { from, below } = range ?? { from: '', below: null };
    const inRange = this.all.filter(({ id }) => id >= from && (below === null || id < below));
    yield* inRange.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

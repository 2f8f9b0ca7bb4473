import { addressKey } from '#lib/subscription/address.ts';
import type {
  IdRange,
  NewAddress,
  Subscriber,
  SubscriberState,
  SubscriberStore,
} from '#lib/subscription/subscriber.ts';

/** Subscribers of one topic in memory, in the order of their coming. */
export class SubscribersInMemory implements SubscriberStore {
  readonly all: Subscriber[] = [];
  private readonly newAddresses = new Map<string, NewAddress>();
  private readonly softBounces = new Map<string, Set<string>>();

  async add(subscriber: Subscriber): ReturnType<SubscriberStore['add']> {
    const key = addressKey(subscriber.address);
    const standing = this.all.find(({ address }) => addressKey(address) === key);
    if (standing !== undefined) return { added: false, subscriber: standing };
    this.all.push(subscriber);
    return { added: true, subscriber };
  }

  async addMany(subscribers: readonly Subscriber[]): ReturnType<SubscriberStore['addMany']> {
    return Promise.all(subscribers.map((each) => this.add(each)));
  }

  async enrol(
    topicId: string,
    address: string,
    decide: (standing: Subscriber | null) => Subscriber,
  ): Promise<Subscriber> {
    const standing = await this.find(topicId, address);
    const next = decide(standing);
    if (standing === null) this.all.push(next);
    else this.all[this.all.indexOf(standing)] = next;
    return next;
  }

  async find(topicId: string, address: string): Promise<Subscriber | null> {
    const key = addressKey(address);
    const isThere = (each: Subscriber) =>
      each.topicId === topicId && addressKey(each.address) === key;
    return this.all.find(isThere) ?? null;
  }

  async change(
    subscriber: Subscriber,
    standing: Pick<Subscriber, 'state' | 'since'>,
  ): Promise<boolean> {
    const i = this.all.findIndex(({ id }) => id === subscriber.id);
    const found = this.all[i];
    if (found?.state !== standing.state || found.since !== standing.since) return false;
    this.all[i] = subscriber;
    return true;
  }

  async noteNewAddress(_topicId: string, id: string, wanted: NewAddress): Promise<void> {
    this.newAddresses.set(id, wanted);
  }

  async newAddress(_topicId: string, id: string): Promise<NewAddress | null> {
    return this.newAddresses.get(id) ?? null;
  }

  async moveAddress(subscriber: Subscriber, address: string, at: string): Promise<boolean> {
    const holder = await this.find(subscriber.topicId, address);
    const i = this.all.findIndex(({ id }) => id === subscriber.id);
    if (i < 0 || (holder !== null && holder.id !== subscriber.id)) return false;
    this.all[i] = { ...subscriber, address, movedAt: at };
    this.newAddresses.delete(subscriber.id);
    return true;
  }

  async remove(_topicId: string, id: string): Promise<boolean> {
    const i = this.all.findIndex((each) => each.id === id);
    if (i >= 0) this.all.splice(i, 1);
    return i >= 0;
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

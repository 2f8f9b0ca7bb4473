import { paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { DependencyError } from '#lib/dependency-error.ts';
import {
  NewAddress,
  Subscriber,
  type Added,
  type IdRange,
  type SubscriberState,
  type SubscriberStore,
} from '#lib/subscription/subscriber.ts';
import { addSubscribers } from './add-subscribers.ts';
import { batchGet } from './batch.ts';
import { conditionHolds } from './condition-holds.ts';
import { ItemChange } from './item-change.ts';
import { parseItem } from './parse-item.ts';
import {
  addressItem,
  isAt,
  newAddressItem,
  setExpiry,
  subscriberChange,
  subscriberItem,
  toExpiry,
  whileAs,
} from './subscriber-item.ts';
import { SubscribersTable } from './subscribers-table.ts';
import { EXPIRES_AT } from './table-definitions.ts';

const NewAddressItem = z.object({ wanted: NewAddress });

/** What `change` goes by. */
type Standing = Pick<Subscriber, 'state' | 'since'>;

/** Subscribers in a DynamoDB table with the keys and items of `SUBSCRIBERS_TABLE`. */
export class DynamoSubscriberStore implements SubscriberStore {
  private readonly table: SubscribersTable;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.table = new SubscribersTable(client, tableName);
  }

  /**
   * Takes the address first, then writes the subscriber under the id that holds it: an `add` that
   * was killed between the two is completed by the next one.
   */
  async add(subscriber: Subscriber): Promise<Added> {
    const { topicId, address } = subscriber;
    const owner = { subscriberId: subscriber.id };
    const isMine = await this.table.putNew(topicId, addressItem(address), owner);
    const id = isMine ? subscriber.id : await this.table.ownerOf(topicId, address);
    // Freed between the two calls: the address can be taken now.
    if (id === null) return this.add(subscriber);
    const own = { ...subscriber, id };
    if (await this.table.putNew(topicId, subscriberItem(id), own))
      return { added: true, subscriber: own };
    const standing = await this.get(topicId, id);
    if (standing !== null && isAt(standing, address)) return { added: false, subscriber: standing };
    if (standing !== null) await this.table.holdAddress(subscriber, id);
    return this.add(subscriber);
  }

  addMany(subscribers: readonly Subscriber[]): Promise<Added[]> {
    return addSubscribers(subscribers, this.table, this);
  }

  /** Two reads and two writes, whoever stands there. */
  async enrol(
    topicId: string,
    address: string,
    decide: (standing: Subscriber | null) => Subscriber,
  ): Promise<Subscriber> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const owner = await this.table.ownerOf(topicId, address);
      const found = await this.get(topicId, owner ?? NOBODY);
      const standing = found !== null && isAt(found, address) ? found : null;
      const decided = decide(standing);
      // An `add` or `enrol` that was killed left the address to an id without a subscriber.
      const id = found === null && owner !== null ? owner : decided.id;
      const next = { ...decided, id };
      const isHeld = await this.table.holdAddress(next, owner);
      if (isHeld && (await this.write(next, standing))) return next;
    }
    const cause = new Error('an address changes all the time');
    throw new DependencyError('write', this.table.name, cause);
  }

  async change(subscriber: Subscriber, standing: Standing): Promise<boolean> {
    await this.keepAddress(subscriber, standing);
    return this.write(subscriber, standing);
  }

  async get(topicId: string, id: string): Promise<Subscriber | null> {
    const item = await this.table.read(topicId, subscriberItem(id));
    return item === undefined ? null : parseItem(Subscriber, item, this.table.name);
  }

  async getMany(topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>> {
    const { client, name } = this.table;
    const keys = ids.map((id) => ({ topicId, item: subscriberItem(id) }));
    const items = await batchGet(client, name, keys);
    const found = items.map((item) => parseItem(Subscriber, item, name));
    return new Map(found.map((subscriber) => [subscriber.id, subscriber]));
  }

  async find(topicId: string, address: string): Promise<Subscriber | null> {
    const id = await this.table.ownerOf(topicId, address);
    const found = await this.get(topicId, id ?? NOBODY);
    return found !== null && isAt(found, address) ? found : null;
  }

  async setState(
    topicId: string,
    id: string,
    state: SubscriberState,
    at: string,
    standing?: Standing,
  ): Promise<boolean> {
    const change = new ItemChange()
      .when((path) => `attribute_exists(${path('topicId')})`)
      .set(['state'], state)
      .set(['since'], at)
      .remove([EXPIRES_AT]);
    if (standing !== undefined) {
      whileAs(change, standing);
      const known = standing.state === 'pending' ? await this.get(topicId, id) : null;
      if (known !== null) await this.keepAddress({ ...known, state }, standing);
    }
    return this.table.update(topicId, subscriberItem(id), change);
  }

  async noteSoftBounce(topicId: string, id: string, date: string): Promise<string[]> {
    const update = this.table.toCommand(topicId, subscriberItem(id), {
      UpdateExpression: 'ADD softBounces :date',
      ConditionExpression: 'attribute_exists(topicId)',
      ExpressionAttributeValues: { ':date': new Set([date]) },
      ReturnValues: 'ALL_NEW',
    });
    let dates: unknown;
    const write = this.table.client
      .send(update)
      .then(({ Attributes }) => (dates = Attributes?.['softBounces']));
    return (await conditionHolds(write)) && dates instanceof Set ? [...dates] : [];
  }

  async noteNewAddress(topicId: string, id: string, wanted: NewAddress): Promise<void> {
    const change = new ItemChange().set(['wanted'], wanted);
    setExpiry(change, toExpiry(wanted.expiresAt));
    await this.table.update(topicId, newAddressItem(id), change);
  }

  async newAddress(topicId: string, id: string): Promise<NewAddress | null> {
    const item = await this.table.read(topicId, newAddressItem(id));
    return item === undefined ? null : parseItem(NewAddressItem, item, this.table.name).wanted;
  }

  /** Takes the new address first and frees the old one last: killed in between, it can be asked for again. */
  async moveAddress(subscriber: Subscriber, address: string, at: string): Promise<boolean> {
    const { topicId, id, address: old } = subscriber;
    const isSame = isAt(subscriber, address);
    if (!isSame && !(await this.table.takeAddress(topicId, address, id))) return false;
    const change = whileAs(new ItemChange(), subscriber)
      .when((path, value) => `${path('address')} = ${value(old)}`)
      .set(['address'], address)
      .set(['movedAt'], at)
      .remove(['softBounces']);
    const isMoved = await this.table.update(topicId, subscriberItem(id), change);
    if (!isSame) await this.table.freeAddress(topicId, isMoved ? old : address, id);
    if (isMoved) await this.table.erase(topicId, newAddressItem(id));
    return isMoved;
  }

  /** Frees the address first: killed between the two, the subscriber still stands and can be removed again. */
  async remove(topicId: string, id: string): Promise<boolean> {
    const subscriber = await this.get(topicId, id);
    if (subscriber === null) return false;
    await this.table.freeAddress(topicId, subscriber.address, id);
    await this.table.erase(topicId, newAddressItem(id));
    await this.table.erase(topicId, subscriberItem(id));
    return true;
  }

  async *list(topicId: string, { from, below }: IdRange = ALL): AsyncGenerator<Subscriber> {
    const { client, name } = this.table;
    const pages = paginateQuery(
      { client },
      {
        TableName: name,
        KeyConditionExpression: 'topicId = :topicId AND #item BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#item': 'item' },
        ExpressionAttributeValues: {
          ':topicId': topicId,
          ':from': subscriberItem(from),
          ':to': subscriberItem(below ?? LAST_ID),
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) {
        const subscriber = parseItem(Subscriber, item, name);
        // BETWEEN takes in both of its ends.
        if (subscriber.id !== below) yield subscriber;
      }
  }

  private write(subscriber: Subscriber, standing: Standing | null): Promise<boolean> {
    const { topicId, id } = subscriber;
    return this.table.update(topicId, subscriberItem(id), subscriberChange(subscriber, standing));
  }

  /** Before who was pending is kept for good: nobody is ever kept whose address is erased. */
  private async keepAddress(subscriber: Subscriber, standing: Standing): Promise<void> {
    if (standing.state === 'pending') await this.table.holdAddress(subscriber, subscriber.id);
  }
}

const ALL: IdRange = { from: '', below: null };
/** After every id, of whatever characters. */
const LAST_ID = '\u{10ffff}';

/** An id that nobody has, so that looking up takes two reads whether an address is known or not. */
const NOBODY = '-';

/** Attempts to write at an address that others write at meanwhile. */
const ATTEMPTS = 5;

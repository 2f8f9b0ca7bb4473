import {
  DeleteCommand,
  GetCommand,
  paginateQuery,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { addressKey } from '#lib/subscription/address.ts';
import {
  Subscriber,
  type IdRange,
  type SubscriberState,
  type SubscriberStore,
} from '#lib/subscription/subscriber.ts';
import { batchGet } from './batch.ts';
import { conditionHolds } from './condition-holds.ts';
import { ItemChange } from './item-change.ts';
import { parseItem } from './parse-item.ts';

/** Names the subscriber who owns an address. */
const AddressItem = z.object({ subscriberId: z.string() });

/** Subscribers in a DynamoDB table with the keys and items of `SUBSCRIBERS_TABLE`. */
export class DynamoSubscriberStore implements SubscriberStore {
  constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  /**
   * Takes the address first, then writes the subscriber under the id that holds it: an `add` that
   * was killed between the two is completed by the next one.
   */
  async add(subscriber: Subscriber): ReturnType<SubscriberStore['add']> {
    const { topicId, address } = subscriber;
    const owner = { subscriberId: subscriber.id };
    const isMine = await this.putNew(topicId, addressItem(address), owner);
    const id = isMine ? subscriber.id : await this.ownerOf(topicId, address);
    // Freed between the two calls: the address can be taken now.
    if (id === null) return this.add(subscriber);
    const own = { ...subscriber, id };
    if (await this.putNew(topicId, subscriberItem(id), own))
      return { added: true, subscriber: own };
    const standing = await this.get(topicId, id);
    return standing === null ? this.add(subscriber) : { added: false, subscriber: standing };
  }

  async get(topicId: string, id: string): Promise<Subscriber | null> {
    const item = await this.read(topicId, subscriberItem(id));
    return item === undefined ? null : parseItem(Subscriber, item, this.tableName);
  }

  async getMany(topicId: string, ids: readonly string[]): Promise<Map<string, Subscriber>> {
    const keys = ids.map((id) => ({ topicId, item: subscriberItem(id) }));
    const items = await batchGet(this.client, this.tableName, keys);
    const found = items.map((item) => parseItem(Subscriber, item, this.tableName));
    return new Map(found.map((subscriber) => [subscriber.id, subscriber]));
  }

  async find(topicId: string, address: string): Promise<Subscriber | null> {
    const id = await this.ownerOf(topicId, address);
    return id === null ? null : this.get(topicId, id);
  }

  async setState(
    topicId: string,
    id: string,
    state: SubscriberState,
    at: string,
    standing?: Pick<Subscriber, 'state' | 'since'>,
  ): Promise<boolean> {
    const change = new ItemChange()
      .when((path) => `attribute_exists(${path('topicId')})`)
      .set(['state'], state)
      .set(['since'], at);
    if (standing !== undefined)
      change
        .when((path, value) => `${path('state')} = ${value(standing.state)}`)
        .when((path, value) => `${path('since')} = ${value(standing.since)}`);
    return conditionHolds(this.client.send(this.update(topicId, id, change.toUpdate())));
  }

  async noteSoftBounce(topicId: string, id: string, date: string): Promise<string[]> {
    const update = this.update(topicId, id, {
      UpdateExpression: 'ADD softBounces :date',
      ConditionExpression: 'attribute_exists(topicId)',
      ExpressionAttributeValues: { ':date': new Set([date]) },
      ReturnValues: 'ALL_NEW',
    });
    let dates: unknown;
    const write = this.client
      .send(update)
      .then(({ Attributes }) => (dates = Attributes?.['softBounces']));
    return (await conditionHolds(write)) && dates instanceof Set ? [...dates] : [];
  }

  /** Frees the address first: killed between the two, the subscriber still stands and can be removed again. */
  async remove(topicId: string, id: string): Promise<boolean> {
    const subscriber = await this.get(topicId, id);
    if (subscriber === null) return false;
    const freeAddress = new DeleteCommand({
      TableName: this.tableName,
      Key: { topicId, item: addressItem(subscriber.address) },
      ConditionExpression: 'subscriberId = :id',
      ExpressionAttributeValues: { ':id': id },
    });
    await conditionHolds(this.client.send(freeAddress));
    const erase = new DeleteCommand({
      TableName: this.tableName,
      Key: { topicId, item: subscriberItem(id) },
    });
    await this.client.send(erase);
    return true;
  }

  async *list(topicId: string, { from, below }: IdRange = ALL): AsyncGenerator<Subscriber> {
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.tableName,
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
        const subscriber = parseItem(Subscriber, item, this.tableName);
        // BETWEEN takes in both of its ends.
        if (subscriber.id !== below) yield subscriber;
      }
  }

  private async ownerOf(topicId: string, address: string): Promise<string | null> {
    const item = await this.read(topicId, addressItem(address));
    return item === undefined ? null : parseItem(AddressItem, item, this.tableName).subscriberId;
  }

  private update(
    topicId: string,
    id: string,
    change: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
  ): UpdateCommand {
    const Key = { topicId, item: subscriberItem(id) };
    return new UpdateCommand({ TableName: this.tableName, Key, ...change });
  }

  private async read(topicId: string, item: string): Promise<unknown> {
    const Key = { topicId, item };
    const get = new GetCommand({ TableName: this.tableName, Key, ConsistentRead: true });
    return (await this.client.send(get)).Item;
  }

  private putNew(topicId: string, item: string, attributes: object): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.tableName,
      Item: { ...attributes, topicId, item },
      ConditionExpression: 'attribute_not_exists(topicId)',
    });
    return conditionHolds(this.client.send(put));
  }
}

const ALL: IdRange = { from: '', below: null };
/** After every id, of whatever characters. */
const LAST_ID = '\u{10ffff}';

const subscriberItem = (id: string) => `subscriber#${id}`;
const addressItem = (address: string) => `address#${addressKey(address)}`;

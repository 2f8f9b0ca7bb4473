import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { batchGet } from './batch.ts';
import { conditionHolds } from './condition-holds.ts';
import { ItemChange } from './item-change.ts';
import { parseItem } from './parse-item.ts';
import { addressItem, expiryOf, setExpiry } from './subscriber-item.ts';

/** Names the subscriber who owns an address. */
const AddressItem = z.object({ item: z.string(), subscriberId: z.string() });

/** The table of subscribers, and what is done to its items and to who owns an address. */
export class SubscribersTable {
  constructor(
    readonly client: DynamoDBDocumentClient,
    readonly name: string,
  ) {}

  async read(topicId: string, item: string): Promise<unknown> {
    const Key = { topicId, item };
    const get = new GetCommand({ TableName: this.name, Key, ConsistentRead: true });
    return (await this.client.send(get)).Item;
  }

  /** False, and nothing changes, where such an item stands. */
  putNew(topicId: string, item: string, attributes: object): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.name,
      Item: { ...attributes, topicId, item },
      ConditionExpression: 'attribute_not_exists(topicId)',
    });
    return conditionHolds(this.client.send(put));
  }

  /** False, and nothing changes, where a condition of the change does not hold. */
  update(topicId: string, item: string, change: ItemChange): Promise<boolean> {
    return conditionHolds(this.client.send(this.toCommand(topicId, item, change.toUpdate())));
  }

  toCommand(
    topicId: string,
    item: string,
    update: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
  ): UpdateCommand {
    return new UpdateCommand({ TableName: this.name, Key: { topicId, item }, ...update });
  }

  async erase(topicId: string, item: string): Promise<void> {
    await this.client.send(new DeleteCommand({ TableName: this.name, Key: { topicId, item } }));
  }

  async ownerOf(topicId: string, address: string): Promise<string | null> {
    const item = await this.read(topicId, addressItem(address));
    return item === undefined ? null : parseItem(AddressItem, item, this.name).subscriberId;
  }

  /** Who owns each of these addresses, all different, by `addressItem`; without those that nobody owns. */
  async ownersOf(topicId: string, addresses: readonly string[]): Promise<Map<string, string>> {
    const keys = addresses.map((address) => ({ topicId, item: addressItem(address) }));
    const found = await batchGet(this.client, this.name, keys);
    const items = found.map((item) => parseItem(AddressItem, item, this.name));
    return new Map(items.map(({ item, subscriberId }) => [item, subscriberId]));
  }

  /** Makes the address a subscriber's, where it is still `owner`'s (null: nobody's). */
  holdAddress(
    { topicId, id, address, ...rest }: Subscriber,
    owner: string | null,
  ): Promise<boolean> {
    const change = new ItemChange()
      .when((path, value) =>
        owner === null
          ? `attribute_not_exists(${path('topicId')})`
          : `${path('subscriberId')} = ${value(owner)}`,
      )
      .set(['subscriberId'], id);
    return this.update(topicId, addressItem(address), setExpiry(change, expiryOf(rest)));
  }

  /** Takes an address that nobody has; true also where it is the subscriber's own. */
  async takeAddress(topicId: string, address: string, id: string): Promise<boolean> {
    const isNew = await this.putNew(topicId, addressItem(address), { subscriberId: id });
    return isNew || (await this.ownerOf(topicId, address)) === id;
  }

  /** Gives an address free that is the subscriber's. */
  async freeAddress(topicId: string, address: string, id: string): Promise<void> {
    const free = new DeleteCommand({
      TableName: this.name,
      Key: { topicId, item: addressItem(address) },
      ConditionExpression: 'subscriberId = :id',
      ExpressionAttributeValues: { ':id': id },
    });
    await conditionHolds(this.client.send(free));
  }
}

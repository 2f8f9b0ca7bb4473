import {
  GetCommand,
  paginateQuery,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { DeliveryEvent } from '#lib/delivery/delivery.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import { shardOf } from '#lib/delivery/shard.ts';
import { conditionHolds } from './condition-holds.ts';
import type { ItemChange } from './item-change.ts';

/** Names an item of the ledger: see `LEDGER_TABLE`. */
export interface ItemKey {
  owner: string;
  item: string;
}

export const headKey = (editionId: string): ItemKey => ({ owner: editionId, item: 'head' });

/** The pace of all workers. No edition has this id: theirs hold a dot. */
export const PACE_KEY: ItemKey = { owner: 'pace', item: 'pace' };

/** What the rounds of an edition begin with. */
export const ROUNDS = 'round#';

export const roundKey = (editionId: string, number: number): ItemKey => ({
  owner: editionId,
  item: `${ROUNDS}${digits(number)}`,
});

/** What the reports of an edition begin with. */
export const REPORTS = 'report#';

export const reportKey = (editionId: string, rounds: number): ItemKey => ({
  owner: editionId,
  item: `${REPORTS}${digits(rounds)}`,
});

/** What holds the groups and events of a shard. */
export const shardOwner = (editionId: string, shard: number): string => `${editionId}#${shard}`;

/** What the groups of a round begin with. */
export const groupsOf = (round: number): string => `group#${digits(round)}#`;

export const groupKey = ({ editionId, round, shard, after }: GroupKey): ItemKey => ({
  owner: shardOwner(editionId, shard),
  item: `${groupsOf(round)}${after}`,
});

/** What all events begin with, and what those of one subscriber do. */
export const EVENTS = 'event#';
export const eventsOf = (subscriberId: string): string => `${EVENTS}${subscriberId}#`;

export const eventKey = ({ editionId, subscriberId, type }: DeliveryEvent): ItemKey => ({
  owner: shardOwner(editionId, shardOf(subscriberId)),
  item: `${eventsOf(subscriberId)}${type}`,
});

/** Numbers that sort as text as they do as numbers. */
const digits = (number: number) => String(number).padStart(4, '0');

/** After every id, of whatever characters. */
const LAST = '\u{10ffff}';

/** The ledger's table, and the few things that are done to it. Every read sees the writes before it. */
export class LedgerTable {
  constructor(
    readonly client: DynamoDBDocumentClient,
    readonly name: string,
  ) {}

  async get(key: ItemKey): Promise<unknown> {
    const get = new GetCommand({ TableName: this.name, Key: key, ConsistentRead: true });
    return (await this.client.send(get)).Item;
  }

  /** False, and nothing changes, where an item of that key stands. */
  putNew(key: ItemKey, attributes: object): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.name,
      Item: { ...attributes, ...key },
      ConditionExpression: 'attribute_not_exists(#owner)',
      ExpressionAttributeNames: { '#owner': 'owner' },
    });
    return conditionHolds(this.client.send(put));
  }

  /** The attributes after the change; null, and nothing changes, where a condition of it does not hold. */
  async update(key: ItemKey, change: ItemChange): Promise<object | null> {
    const update = new UpdateCommand({
      TableName: this.name,
      Key: key,
      ReturnValues: 'ALL_NEW',
      ...change.toUpdate(),
    });
    let after: object = {};
    const write = this.client.send(update).then(({ Attributes = {} }) => (after = Attributes));
    return (await conditionHolds(write)) ? after : null;
  }

  /** Items whose key begins so, in its order, read in pages. */
  async *query(owner: string, prefix: string): AsyncGenerator<unknown> {
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.name,
        KeyConditionExpression: '#owner = :owner AND begins_with(#item, :prefix)',
        ExpressionAttributeNames: NAMES,
        ExpressionAttributeValues: { ':owner': owner, ':prefix': prefix },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) yield* Items;
  }

  /** The last item whose key begins so, and then comes before `below` where that is given. */
  async last(owner: string, prefix: string, below: string = LAST): Promise<unknown> {
    const query = new QueryCommand({
      TableName: this.name,
      KeyConditionExpression: '#owner = :owner AND #item < :end',
      ExpressionAttributeNames: NAMES,
      ExpressionAttributeValues: { ':owner': owner, ':end': `${prefix}${below}` },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    });
    const [last] = (await this.client.send(query)).Items ?? [];
    return String(last?.['item']).startsWith(prefix) ? last : undefined;
  }
}

const NAMES = { '#owner': 'owner', '#item': 'item' };

import {
  DeleteCommand,
  GetCommand,
  paginateQuery,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  DELIVERY_STATES,
  type Delivery,
  type DeliveryKey,
  type Ledger,
} from '#lib/delivery/ledger.ts';
import { conditionHolds } from './condition-holds.ts';
import { parseItem } from './parse-item.ts';

const DeliveryItem = z.object({
  editionId: z.string(),
  subscriberId: z.string(),
  state: z.enum(DELIVERY_STATES),
  claimId: z.string(),
  claimedAt: z.string(),
  settledAt: z.nullable(z.string()),
  messageId: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});

/** The ledger in a DynamoDB table with the keys of `DELIVERIES_TABLE`. */
export class DynamoLedger implements Ledger {
  constructor(
    private readonly client: DynamoDBDocumentClient,
    private readonly tableName: string,
  ) {}

  async claim(key: DeliveryKey, claimId: string, at: string): ReturnType<Ledger['claim']> {
    const claim: Delivery = {
      ...keyOf(key),
      state: 'claimed',
      claimId,
      claimedAt: at,
      settledAt: null,
      messageId: null,
      reason: null,
    };
    const put = new PutCommand({
      TableName: this.tableName,
      Item: claim,
      // The SDK repeats a put whose answer was lost: the claim that stands is then our own.
      ConditionExpression:
        'attribute_not_exists(editionId) OR (#state = :claimed AND claimId = :claimId)',
      ExpressionAttributeNames: STATE,
      ExpressionAttributeValues: { ':claimed': 'claimed', ':claimId': claimId },
    });
    if (await conditionHolds(this.client.send(put))) return { claimed: true };
    const delivery = await this.get(key);
    // Released between the two calls: it is free again.
    return delivery === null ? this.claim(key, claimId, at) : { claimed: false, delivery };
  }

  async confirm(key: DeliveryKey, messageId: string, at: string): Promise<void> {
    await this.settleAs(key, { state: 'sent', messageId, reason: null, at });
  }

  async settle(
    key: DeliveryKey,
    state: 'failed' | 'skipped',
    reason: string,
    at: string,
  ): Promise<void> {
    await this.settleAs(key, { state, messageId: null, reason, at });
  }

  async release(key: DeliveryKey, claimId: string): Promise<void> {
    const remove = new DeleteCommand({
      TableName: this.tableName,
      Key: keyOf(key),
      ConditionExpression: '#state = :claimed AND claimId = :claimId',
      ExpressionAttributeNames: STATE,
      ExpressionAttributeValues: { ':claimed': 'claimed', ':claimId': claimId },
    });
    await conditionHolds(this.client.send(remove));
  }

  async get(key: DeliveryKey): Promise<Delivery | null> {
    const { Item } = await this.client.send(
      new GetCommand({ TableName: this.tableName, Key: keyOf(key), ConsistentRead: true }),
    );
    return Item === undefined ? null : parseItem(DeliveryItem, Item, this.tableName);
  }

  async *list(editionId: string): AsyncGenerator<Delivery> {
    const pages = paginateQuery(
      { client: this.client },
      {
        TableName: this.tableName,
        KeyConditionExpression: 'editionId = :editionId',
        ExpressionAttributeValues: { ':editionId': editionId },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      for (const item of Items) yield parseItem(DeliveryItem, item, this.tableName);
  }

  /** Only a claim is settled: a result that stands is never overwritten by another. */
  private async settleAs(key: DeliveryKey, { state, messageId, reason, at }: Settlement) {
    const update = new UpdateCommand({
      TableName: this.tableName,
      Key: keyOf(key),
      UpdateExpression:
        'SET #state = :state, messageId = :messageId, reason = :reason, settledAt = :at',
      ConditionExpression: '#state = :claimed',
      ExpressionAttributeNames: STATE,
      ExpressionAttributeValues: {
        ':claimed': 'claimed',
        ':state': state,
        ':messageId': messageId,
        ':reason': reason,
        ':at': at,
      },
    });
    await conditionHolds(this.client.send(update));
  }
}

type Settlement = Pick<Delivery, 'state' | 'messageId' | 'reason'> & { at: string };

/** `state` is a reserved word of DynamoDB's expressions. */
const STATE = { '#state': 'state' };

/** The key alone: callers may pass a whole delivery. */
const keyOf = ({ editionId, subscriberId }: DeliveryKey) => ({ editionId, subscriberId });

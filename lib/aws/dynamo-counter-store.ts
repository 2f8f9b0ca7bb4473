import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { CounterStore } from '#lib/subscription/counter-store.ts';
import { parseItem } from './parse-item.ts';
import { EXPIRES_AT } from './table-definitions.ts';

const Counted = z.object({ number: z.number() });
const Secret = z.object({ secret: z.string() });

/** Counters in a DynamoDB table with the keys and items of `COUNTERS_TABLE`: one write a call. */
export function dynamoCounterStore(
  client: DynamoDBDocumentClient,
  tableName: string,
): CounterStore {
  const update = async (
    Key: { counter: string; time: string },
    expression: string,
    name: string,
    value: unknown,
    expiresAt: Date,
  ): Promise<unknown> => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key,
        UpdateExpression: expression,
        ExpressionAttributeNames: { '#name': name, '#expiresAt': EXPIRES_AT },
        ExpressionAttributeValues: {
          ':value': value,
          ':expiresAt': Math.ceil(expiresAt.getTime() / 1_000),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes;
  };
  return {
    async count(counter, time, expiresAt) {
      const add = 'ADD #name :value SET #expiresAt = :expiresAt';
      const item = await update({ counter, time }, add, 'number', 1, expiresAt);
      return parseItem(Counted, item, tableName).number;
    },
    async secret(time, fresh, expiresAt) {
      const set = 'SET #name = if_not_exists(#name, :value), #expiresAt = :expiresAt';
      const item = await update({ counter: 'salt', time }, set, 'secret', fresh, expiresAt);
      return parseItem(Secret, item, tableName).secret;
    },
  };
}

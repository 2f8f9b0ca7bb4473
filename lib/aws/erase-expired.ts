import { DeleteCommand, paginateScan, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { conditionHolds } from './condition-holds.ts';
import { EXPIRES_AT, type TableDefinition } from './table-definitions.ts';

/**
 * Erases the items whose time has come, as DynamoDB does by itself on AWS: the database of one machine
 * does not. An item that is kept meanwhile stays. Returns how many were erased.
 */
export async function eraseExpired(
  client: DynamoDBDocumentClient,
  { name, partitionKey, sortKey }: TableDefinition,
  now: Date,
): Promise<number> {
  const condition = {
    ExpressionAttributeNames: { '#at': EXPIRES_AT },
    ExpressionAttributeValues: { ':now': Math.floor(now.getTime() / 1_000) },
  };
  let erased = 0;
  const scan = { TableName: name, FilterExpression: '#at < :now', ...condition };
  for await (const { Items = [] } of paginateScan({ client }, scan))
    for (const item of Items) {
      const Key = { [partitionKey]: item[partitionKey], [sortKey]: item[sortKey] };
      const erase = { TableName: name, Key, ConditionExpression: '#at < :now', ...condition };
      if (await conditionHolds(client.send(new DeleteCommand(erase)))) erased++;
    }
  return erased;
}

import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TableDefinition } from './table-definitions.ts';

const POLL_MS = 5;

/** Makes the tables that are missing and waits until they can be used: for a database on this machine or an emulator. */
export async function createTables(
  client: DynamoDBDocumentClient,
  tables: readonly TableDefinition[],
): Promise<void> {
  for (const table of tables) {
    await createTable(client, table);
    while (!(await isActive(client, table))) await sleep(POLL_MS);
  }
}

async function createTable(
  client: DynamoDBDocumentClient,
  { name, partitionKey, sortKey }: TableDefinition,
): Promise<void> {
  const command = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: partitionKey, AttributeType: 'S' },
      { AttributeName: sortKey, AttributeType: 'S' },
    ],
  });
  await client.send(command).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error;
  });
}

async function isActive(client: DynamoDBDocumentClient, table: TableDefinition): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
  return Table?.TableStatus === 'ACTIVE';
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { dynamoClaims } from './dynamo-claims.ts';
import { dynamoDeliveries } from './dynamo-deliveries.ts';
import { dynamoEditionHeads } from './dynamo-edition-heads.ts';
import { recordEvents } from './dynamo-events.ts';
import { dynamoPlans } from './dynamo-plans.ts';
import { dynamoReports } from './dynamo-reports.ts';
import { LedgerTable } from './ledger-table.ts';

/** The ledger in a DynamoDB table with the keys and items of `LEDGER_TABLE`. */
export function dynamoLedger(client: DynamoDBDocumentClient, tableName: string): Ledger {
  const table = new LedgerTable(client, tableName);
  const plans = dynamoPlans(table);
  return {
    ...dynamoEditionHeads(table),
    ...plans,
    ...dynamoClaims(table),
    ...dynamoDeliveries(table, plans),
    ...dynamoReports(table),
    recordEvents: (events) => recordEvents(table, events),
  };
}

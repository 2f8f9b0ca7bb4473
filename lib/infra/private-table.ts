import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { EXPIRES_AT, type TableDefinition } from '#lib/aws/table-definitions.ts';

/**
 * A table paid for by the request, restorable to any second of the last 35 days, and left standing
 * when the stack is removed. One that is short-lived has no copy, and goes with the stack.
 */
export function privateTable(scope: Construct, id: string, definition: TableDefinition): TableV2 {
  const isKept = definition.isShortLived !== true;
  return new TableV2(scope, id, {
    partitionKey: { name: definition.partitionKey, type: AttributeType.STRING },
    sortKey: { name: definition.sortKey, type: AttributeType.STRING },
    billing: Billing.onDemand(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: isKept },
    deletionProtection: isKept,
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...(definition.erases === true && { timeToLiveAttribute: EXPIRES_AT }),
  });
}

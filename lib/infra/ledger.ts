import { Construct } from 'constructs';
import { DELIVERIES_TABLE } from '#lib/aws/table-definitions.ts';
import type { ParleyFunction } from './parley-function.ts';
import { privateTable } from './private-table.ts';

/** The record of every delivery, which keeps anybody from being mailed twice. */
export class Ledger extends Construct {
  private readonly table = privateTable(this, 'Table', DELIVERIES_TABLE);

  /** Claims, settles and releases deliveries. */
  grantRecord(fn: ParleyFunction): void {
    fn.allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      [this.table.tableArn],
    );
    fn.provide('DELIVERIES_TABLE', this.table.tableName);
  }
}

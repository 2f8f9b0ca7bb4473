import { Construct } from 'constructs';
import { SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import type { ParleyFunction } from './parley-function.ts';
import { privateTable } from './private-table.ts';

/** Who asked for the digests. The one place where addresses are kept. */
export class Subscribers extends Construct {
  private readonly table = privateTable(this, 'Table', SUBSCRIBERS_TABLE);
  readonly tableName = this.table.tableName;

  /** Goes through all subscribers of a topic. */
  grantList(fn: ParleyFunction): void {
    this.grant(fn, ['dynamodb:Query']);
  }

  /** Looks the subscribers of a group up. */
  grantGetMany(fn: ParleyFunction): void {
    this.grant(fn, ['dynamodb:BatchGetItem']);
  }

  /** Looks one subscriber up, and changes their state or what is noted of them. */
  grantSetState(fn: ParleyFunction): void {
    this.grant(fn, ['dynamodb:GetItem', 'dynamodb:UpdateItem']);
  }

  /** Takes subscribers on, changes what they choose, and erases them. */
  grantServe(fn: ParleyFunction): void {
    this.grant(fn, [
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ]);
  }

  private grant(fn: ParleyFunction, actions: string[]): void {
    fn.allow(actions, [this.table.tableArn]);
    fn.provide('SUBSCRIBERS_TABLE', this.table.tableName);
  }
}

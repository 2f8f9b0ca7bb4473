import { Construct } from 'constructs';
import { LEDGER_TABLE } from '#lib/aws/table-definitions.ts';
import type { ParleyFunction } from './parley-function.ts';
import { privateTable } from './private-table.ts';

/** The record of every delivery, which keeps anybody from being mailed twice. */
export class Ledger extends Construct {
  private readonly table = privateTable(this, 'Table', LEDGER_TABLE);
  readonly tableName = this.table.tableName;

  /** Opens the delivery of an edition, and plans its groups. */
  grantPlan(fn: ParleyFunction): void {
    this.grant(fn, [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  }

  /** Claims groups, looks for events of what is sent again, and records what came of them. */
  grantDeliver(fn: ParleyFunction): void {
    this.grant(fn, ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem']);
  }

  /** Lets an edition go out that a person has approved. */
  grantApprove(fn: ParleyFunction): void {
    fn.allow(['dynamodb:PutItem', 'dynamodb:UpdateItem'], [this.table.tableArn]);
  }

  /** Looks deliveries up, keeps what SES tells of them, and pauses an edition above its limits. */
  grantFeedback(fn: ParleyFunction): void {
    this.grant(fn, [
      'dynamodb:BatchWriteItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  }

  /** Reads all of an edition's record, plans what was approved, settles what is in doubt, and closes or pauses the edition. */
  grantReconcile(fn: ParleyFunction): void {
    this.grant(fn, [
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ]);
  }

  /** Sees which editions were mailed. */
  grantRead(fn: ParleyFunction): void {
    this.grant(fn, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  private grant(fn: ParleyFunction, actions: string[]): void {
    fn.allow(actions, [this.table.tableArn]);
    fn.provide('LEDGER_TABLE', this.table.tableName);
  }
}

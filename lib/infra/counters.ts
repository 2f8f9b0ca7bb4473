import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { COUNTERS_TABLE } from '#lib/aws/table-definitions.ts';
import type { ParleyFunction } from './parley-function.ts';
import { privateTable } from './private-table.ts';

/** How many sign-ups there were, for some hours: what keeps strangers from having others mailed. */
export class Counters extends Construct {
  private readonly table = privateTable(this, 'Table', COUNTERS_TABLE);

  constructor(scope: Construct, id: string) {
    super(scope, id);
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions::AwsSolutions-DDB3',
      reason: 'What is counted is to be forgotten within a day; a copy would keep it.',
    });
  }

  /** Counts. */
  grantCount(fn: ParleyFunction): void {
    fn.allow(['dynamodb:UpdateItem'], [this.table.tableArn]);
    fn.provide('COUNTERS_TABLE', this.table.tableName);
  }
}

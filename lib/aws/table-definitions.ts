/**
 * Names and keys of the DynamoDB tables: read by the construct that makes them on AWS, by the
 * database on one machine, and by the stores. All keys are strings.
 */
export interface TableDefinition {
  /** Its name on one machine; on AWS the stack chooses the name. */
  name: string;
  partitionKey: string;
  sortKey: string;
}

/**
 * The ledger. Under an edition's id stand its `head` and a `round#<number>` each; under
 * `<edition id>#<shard>` each `group#<round>#<after>` of the shard, and each `event#<subscriber id>#<type>`. Under `pace` stands
 * how fast all workers may send.
 */
export const LEDGER_TABLE: TableDefinition = {
  name: 'ledger',
  partitionKey: 'owner',
  sortKey: 'item',
};

/**
 * Subscribers, by topic. Two kinds of item, told apart by their sort key: `subscriber#<id>` is the
 * subscriber, `address#<address>` holds the id that owns the address, so that an address stands
 * once in a topic without a transaction.
 */
export const SUBSCRIBERS_TABLE: TableDefinition = {
  name: 'subscribers',
  partitionKey: 'topicId',
  sortKey: 'item',
};

export const TABLES = [LEDGER_TABLE, SUBSCRIBERS_TABLE];

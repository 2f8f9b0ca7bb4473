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

/** The ledger: one item a delivery. */
export const DELIVERIES_TABLE: TableDefinition = {
  name: 'deliveries',
  partitionKey: 'editionId',
  sortKey: 'subscriberId',
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

export const TABLES = [DELIVERIES_TABLE, SUBSCRIBERS_TABLE];

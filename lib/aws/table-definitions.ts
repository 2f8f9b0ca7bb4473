/**
 * Names and keys of the DynamoDB tables: read by the construct that makes them on AWS, by the
 * database on one machine, and by the stores. All keys are strings.
 */
export interface TableDefinition {
  /** Its name on one machine; on AWS the stack chooses the name. */
  name: string;
  partitionKey: string;
  sortKey: string;
  /** Whether it has items that are erased by `EXPIRES_AT`. */
  erases?: boolean;
  /** Whether all of them are: there is nothing to be restored, and no copy outlives an item. */
  isShortLived?: boolean;
}

/**
 * Number of an item that is to be erased: seconds since 1970 after which it counts as gone. On AWS it is the
 * tables' TTL, which may take two days; on one machine see `eraseExpired`. Who reads looks at the time by itself.
 */
export const EXPIRES_AT = 'expiresAt';

/**
 * The ledger. Under an edition's id stand its `head`, a `round#<number>` each and a `report#<rounds>` a closing; under
 * `<edition id>#<shard>` each `group#<round>#<after>` of the shard, and each `event#<subscriber id>#<type>`. Under `pace` stands
 * how fast all workers may send.
 */
export const LEDGER_TABLE: TableDefinition = {
  name: 'ledger',
  partitionKey: 'owner',
  sortKey: 'item',
};

/**
 * Subscribers, by topic. Three kinds of item, told apart by their sort key: `subscriber#<id>` is the
 * subscriber, `address#<address>` holds the id that owns the address, so that an address stands
 * once in a topic without a transaction, `new-address#<id>` is an address that waits to be confirmed.
 */
export const SUBSCRIBERS_TABLE: TableDefinition = {
  name: 'subscribers',
  partitionKey: 'topicId',
  sortKey: 'item',
  erases: true,
};

/**
 * Counters of sign-ups, each under a name without anything personal and the time that it counts; under
 * `salt` the random text that makes names of sources and addresses.
 */
export const COUNTERS_TABLE: TableDefinition = {
  name: 'counters',
  partitionKey: 'counter',
  sortKey: 'time',
  erases: true,
  isShortLived: true,
};

export const TABLES = [LEDGER_TABLE, SUBSCRIBERS_TABLE, COUNTERS_TABLE];

import {
  BatchGetCommand,
  BatchWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { DependencyError } from '#lib/dependency-error.ts';

/*
 * DynamoDB may do a part of a batch and leave the rest, where the table throttles (DynamoDB API
 * reference, BatchGetItem and BatchWriteItem): the rest is asked again, at growing intervals.
 */

const GETS_A_CALL = 100;
const PUTS_A_CALL = 25;
const FIRST_PAUSE_MS = 50;
const ATTEMPTS = 7;

/** Items by key, in any order; those that do not stand are left out. */
export async function batchGet(
  client: DynamoDBDocumentClient,
  table: string,
  keys: Record<string, string>[],
): Promise<unknown[]> {
  const items: unknown[] = [];
  const get = async (rest: Record<string, unknown>[]) => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: rest, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    return UnprocessedKeys?.[table]?.Keys ?? [];
  };
  for (let start = 0; start < keys.length; start += GETS_A_CALL)
    await untilDone('read', table, keys.slice(start, start + GETS_A_CALL), get);
  return items;
}

/** Puts items, each in the place of what stood under its key. No key may come twice. */
export async function batchPut(
  client: DynamoDBDocumentClient,
  table: string,
  items: Record<string, unknown>[],
): Promise<void> {
  const put = async (rest: Record<string, unknown>[]) => {
    const requests = rest.map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    return (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) => PutRequest?.Item ?? []);
  };
  for (let start = 0; start < items.length; start += PUTS_A_CALL)
    await untilDone('write', table, items.slice(start, start + PUTS_A_CALL), put);
}

/** @throws DependencyError where a part is still left after the last attempt */
async function untilDone<T>(
  action: string,
  table: string,
  work: T[],
  attempt: (rest: T[]) => Promise<T[]>,
): Promise<void> {
  let rest = work;
  for (let i = 0; i < ATTEMPTS; i++) {
    rest = await attempt(rest);
    if (rest.length === 0) return;
    await sleep(FIRST_PAUSE_MS * 2 ** i);
  }
  throw new DependencyError(action, table, new Error('the table throttles'));
}

import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { SubscribersTable } from '#lib/aws/subscribers-table.ts';
import { SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import { collect, sampleSubscriber } from '../contract/sample-data.ts';
import { newFolder } from './state-folder.ts';

let folder: string;
let database: LocalDatabase;
let client: DynamoDBDocumentClient;
let store: DynamoSubscriberStore;
/** What happens where a batch is to be written, after every address was taken. */
let atBatch: (() => Promise<void>) | null = null;

beforeAll(async () => {
  folder = await newFolder();
  database = new LocalDatabase(join(folder, 'database'));
  client = localDynamoClient(database);
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName?.startsWith('BatchWrite') === true) await atBatch?.();
        return next(args);
      },
    { step: 'initialize' },
  );
  store = new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name);
});
afterAll(async () => {
  client.destroy();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const people = (topicId: string) =>
  ['ana', 'ben', 'cy'].map((id) => sampleSubscriber(id, { topicId }));

it('killed after the addresses were taken, whoever is missing is there once they are added again', async () => {
  atBatch = () => Promise.reject(new Error('killed'));
  await expect(store.addMany(people('halted'))).rejects.toThrow('killed');
  atBatch = null;
  expect(await collect(store.list('halted'))).toEqual([]);
  const again = people('halted').map((each) => ({ ...each, id: `${each.id}-2` }));
  const answers = await store.addMany(again);
  expect(answers.map(({ added }) => added)).toEqual([true, true, true]);
  expect(await collect(store.list('halted'))).toEqual(people('halted'));
  expect((await store.add(again[0] ?? sampleSubscriber('x'))).added).toBe(false);
});

it('halted for long between the two, it writes over nobody who came meanwhile', async () => {
  const clock = vi.spyOn(Date, 'now');
  const put = vi.spyOn(client, 'send');
  const start = Date.now();
  let asked = 0;
  clock.mockImplementation(() => start + 60_000 * asked++);
  const answers = await store.addMany(people('slow'));
  clock.mockRestore();
  const batches = put.mock.calls.filter(([command]) => command instanceof BatchWriteCommand);
  put.mockRestore();
  expect(batches).toEqual([]);
  expect(answers.map(({ added }) => added)).toEqual([true, true, true]);
  expect(await collect(store.list('slow'))).toEqual(people('slow'));
});

it('an address that a killed move left to who is still at another is free, one by one and together', async () => {
  const topicId = 'moving';
  const mover = sampleSubscriber('mover', { topicId });
  await store.add(mover);
  const [first, second] = ['dee', 'eve'].map((id) => sampleSubscriber(id, { topicId }));
  if (first === undefined || second === undefined) throw new Error('there are two');
  const kill = vi.spyOn(SubscribersTable.prototype, 'update');
  for (const { address } of [first, second]) {
    kill.mockRejectedValueOnce(new Error('killed'));
    await expect(store.moveAddress(mover, address, mover.since)).rejects.toThrow('killed');
  }
  kill.mockRestore();
  expect(await store.add(first)).toEqual({ added: true, subscriber: first });
  expect(await store.addMany([second])).toEqual([{ added: true, subscriber: second }]);
  for (const each of [mover, first, second])
    expect(await store.find(topicId, each.address)).toEqual(each);
});

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { localDynamoClient } from '#lib/aws/clients.ts';
import { DynamoSubscriberStore } from '#lib/aws/dynamo-subscriber-store.ts';
import { eraseExpired } from '#lib/aws/erase-expired.ts';
import { SUBSCRIBERS_TABLE } from '#lib/aws/table-definitions.ts';
import { LocalDatabase } from '#lib/local/database.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { DEFAULT_SETTINGS } from '#lib/subscription/settings.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { newFolder } from './state-folder.ts';

const topicId = 'harbour-talks';
const LATER = new Date('2026-01-09T00:00:00Z');
const request = {
  at: '2026-01-05T07:00:00.000Z',
  expiresAt: '2026-01-08T07:00:00.000Z',
  source: 'a test',
  wording: '1',
  name: null,
  settings: DEFAULT_SETTINGS,
};

let folder: string;
let database: LocalDatabase;
let client: DynamoDBDocumentClient;
let store: DynamoSubscriberStore;
let calls = 0;
beforeAll(async () => {
  folder = await newFolder();
  database = new LocalDatabase(join(folder, 'database'));
  client = localDynamoClient(database);
  client.middlewareStack.add((next) => (args) => (calls++, next(args)), { step: 'initialize' });
  store = new DynamoSubscriberStore(client, SUBSCRIBERS_TABLE.name);
});
beforeEach(async () => {
  await store.remove(topicId, 'ana');
});
afterAll(async () => {
  client.destroy();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const erase = () => eraseExpired(client, SUBSCRIBERS_TABLE, LATER);
const enrol = (state: Subscriber['state']) =>
  store.enrol(topicId, 'ana@example.com', () => sampleSubscriber('ana', { state, request }));

it('who never confirmed is erased when their time has come, with the address', async () => {
  await enrol('pending');
  expect(await erase()).toBe(2);
  expect(await store.get(topicId, 'ana')).toBeNull();
  expect(await store.find(topicId, 'ana@example.com')).toBeNull();
});

it('who confirmed is kept, with the address', async () => {
  const ana = await enrol('pending');
  await store.change({ ...ana, state: 'active' }, ana);
  expect(await erase()).toBe(0);
  expect(await store.find(topicId, 'ana@example.com')).toMatchObject({ state: 'active' });
});

it('who complained of the confirmation mail is kept, so that nobody is asked again', async () => {
  const ana = await enrol('pending');
  await store.setState(topicId, 'ana', 'complained', '2026-01-06T00:00:00Z', ana);
  expect(await erase()).toBe(0);
  expect(await store.find(topicId, 'ana@example.com')).toMatchObject({ state: 'complained' });
});

it('a new address that nobody confirmed is erased', async () => {
  await enrol('active');
  const { at, expiresAt } = request;
  await store.noteNewAddress(topicId, 'ana', { address: 'new@example.com', at, expiresAt });
  expect(await erase()).toBe(1);
  expect(await store.newAddress(topicId, 'ana')).toBeNull();
});

it('enrolling and finding take as many calls whoever stands at the address', async () => {
  const countCalls = async (work: () => Promise<unknown>) => {
    calls = 0;
    await work();
    return calls;
  };
  const keep = (standing: Subscriber | null) => standing ?? sampleSubscriber('ana', { request });
  const find = () => store.find(topicId, 'ana@example.com');
  const again = () => store.enrol(topicId, 'ana@example.com', keep);
  const counted = [await countCalls(find), await countCalls(again)];
  for (const state of ['active', 'unsubscribed', 'complained'] as const) {
    await store.setState(topicId, 'ana', state, request.at);
    expect([await countCalls(find), await countCalls(again)]).toEqual(counted);
  }
});

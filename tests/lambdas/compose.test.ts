import { readdirSync, readFileSync } from 'node:fs';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupKey } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { EventError, handleCompose } from '../../lambdas/compose/handler.ts';
import { wire } from '../../lambdas/compose/wiring.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  ARTICLES_BUCKET: 'articles-bucket',
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  LEDGER_TABLE: 'ledger',
  DELIVERY_QUEUE_URL: 'https://sqs.example/deliveries',
  ANALYST_MODEL: 'none',
};
/** A Monday, after the schedule's time of day in its zone. */
const NOW = new Date('2026-11-16T08:00:00Z');
const EDITION_KEY = 'editions-bucket/editions/us-north-korea/2026-11-16.json';

const samples = new URL('../../lib/local/sample-articles/', import.meta.url);
const dynamo = mockClient(DynamoDBDocumentClient);
const sqs = mockClient(SQSClient);
let buckets: FakeBuckets;
let ledger: Ledger;
let recorded: ReturnType<typeof recordedLog>;

beforeEach(() => {
  dynamo.reset();
  sqs.reset();
  buckets = new FakeBuckets();
  recorded = recordedLog();
  ledger = ledgerInMemory();
  for (const name of readdirSync(samples).filter((name) => name.endsWith('.json')))
    buckets.objects.set(
      `articles-bucket/articles/${name}`,
      readFileSync(new URL(name, samples), 'utf8'),
    );
  dynamo.on(QueryCommand, { TableName: 'subscribers' }).callsFake((query) => ({
    Items: [subscriber('a1', 'active'), subscriber('a2', 'bounced')].filter(
      ({ item }) => item >= from(query) && item < to(query),
    ),
  }));
  sqs.on(SendMessageBatchCommand).resolves({});
});

const from = (query: QueryCommandInput) => String(query.ExpressionAttributeValues?.[':from']);
const to = (query: QueryCommandInput) => String(query.ExpressionAttributeValues?.[':to']);

const subscriber = (id: string, state: string) => ({
  item: `subscriber#${id}`,
  id,
  topicId: 'us-north-korea',
  address: `${id}@example.com`,
  name: null,
  state,
  since: NOW.toISOString(),
  consent: { at: NOW.toISOString(), source: 'test' },
});

const compose = (event: unknown) =>
  handleCompose(event, { ...wire(ENVIRONMENT), ledger, log: recorded.log, now: () => NOW });

const queued = (): GroupKey[] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .flatMap(({ args: [{ input }] }) => input.Entries ?? [])
    .map(({ MessageBody }) => JSON.parse(MessageBody ?? ''));

describe('a scheduled event', () => {
  it('freezes the edition of the slot and queues who is active', async () => {
    const answer = await compose({ topic: 'us-north-korea', scheduledAt: '2026-11-15T22:00:00Z' });
    expect(answer).toEqual({
      outcome: 'frozen',
      editionId: 'us-north-korea.2026-11-16',
      planned: 1,
    });
    const [put] = buckets.mock
      .commandCalls(PutObjectCommand)
      .filter(({ args: [{ input }] }) => input.Bucket === 'editions-bucket');
    expect(put?.args[0].input).toMatchObject({
      Key: 'editions/us-north-korea/2026-11-16.json',
      IfNoneMatch: '*',
    });
    const group = { editionId: 'us-north-korea.2026-11-16', round: 1, shard: 2, after: '' };
    expect(queued()).toEqual([group]);
    expect(await ledger.group(group)).toMatchObject({ subscriberIds: ['a1'] });
    expect(await ledger.head(group.editionId)).toMatchObject({ state: 'sending', by: 'compose' });
    expect(recorded.lines).toMatchObject([{ level: 'info', code: 'COMPOSE_FROZEN', planned: 1 }]);
  });

  it('again plans the edition that stands, byte for byte', async () => {
    const event = { topic: 'us-north-korea' };
    await compose(event);
    const frozen = buckets.objects.get(EDITION_KEY);
    expect(await compose(event)).toMatchObject({ outcome: 'exists', planned: 1 });
    expect(buckets.objects.get(EDITION_KEY)).toBe(frozen);
    expect(queued()).toHaveLength(2);
  });

  it('again puts nothing on the queue that is being sent or was', async () => {
    await compose({ topic: 'us-north-korea' });
    const [group] = queued();
    if (group === undefined) throw new Error('nothing was queued');
    await ledger.claim(group, { id: 'worker', at: NOW.toISOString() });
    await compose({ topic: 'us-north-korea' });
    expect(queued()).toHaveLength(1);
  });

  it('late after the next slot began still composes the slot that was due', async () => {
    await compose({ topic: 'us-north-korea', scheduledAt: '2026-11-08T22:00:00Z' });
    expect(buckets.keys('editions-bucket/')).toEqual([
      'editions-bucket/editions/us-north-korea/2026-11-09.json',
    ]);
  });

  it('composes the slot that a person names', async () => {
    await compose({ topic: 'us-north-korea', slot: '2026-11-02' });
    expect(buckets.keys('editions-bucket/')).toEqual([
      'editions-bucket/editions/us-north-korea/2026-11-02.json',
    ]);
  });
});

describe('an event of the wrong form', () => {
  it.each([
    [null, 'expected an object'],
    [{}, 'topic: expected the id of a topic'],
    [{ topic: '../secrets' }, 'topic: expected the id of a topic'],
    [{ topic: 'unheard-of' }, 'unheard-of.json: expected a topic file of that name'],
    [{ topic: 'us-north-korea', slot: '2026-02-30' }, 'slot: expected a date'],
    [{ topic: 'us-north-korea', scheduledAt: 'soon' }, 'scheduledAt: expected an instant'],
  ])('is refused with the field: %j', async (event, message) => {
    const refused = compose(event);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(EventError);
    expect(buckets.keys('editions-bucket/')).toEqual([]);
  });
});

describe('articles', () => {
  it('that are broken are quarantined and counted, and the edition is made of the others', async () => {
    buckets.objects.set('articles-bucket/articles/broken.json', '{');
    expect(await compose({ topic: 'us-north-korea' })).toMatchObject({ outcome: 'frozen' });
    expect(buckets.keys('articles-bucket/quarantine/')).toHaveLength(1);
    expect(recorded.lines).toMatchObject([{ code: 'COMPOSE_FROZEN', quarantined: 1 }]);
  });

  it('that are too few are told by an alarm code, and nothing is sent', async () => {
    for (const key of buckets.keys('articles-bucket/articles/')) buckets.objects.delete(key);
    expect(await compose({ topic: 'us-north-korea' })).toMatchObject({ outcome: 'refused' });
    expect(recorded.lines).toMatchObject([{ level: 'error', code: 'COMPOSE_REFUSED' }]);
    expect(queued()).toEqual([]);
  });
});

describe('a store that fails', () => {
  it('fails the event, so that it is tried again', async () => {
    sqs.on(SendMessageBatchCommand).rejects(new Error('queue is gone'));
    await expect(compose({ topic: 'us-north-korea' })).rejects.toThrow('queue is gone');
    sqs.on(SendMessageBatchCommand).resolves({});
    expect(await compose({ topic: 'us-north-korea' })).toMatchObject({
      outcome: 'exists',
      planned: 1,
    });
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', () => {
    expect(() => wire({ ARTICLES_BUCKET: '', EDITIONS_BUCKET: 'x' })).toThrow(
      /ARTICLES_BUCKET.*\n.*SUBSCRIBERS_TABLE.*\n.*LEDGER_TABLE.*\n.*DELIVERY_QUEUE_URL/,
    );
  });
});

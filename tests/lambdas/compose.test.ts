import { readdirSync, readFileSync } from 'node:fs';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetSendQuotaCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { readKeyRing } from '#lib/aws/read-key-ring.ts';
import type { GroupKey } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { verifyTimedLink } from '#lib/subscription/timed-link.ts';
import { EventError, handleCompose } from '../../lambdas/compose/handler.ts';
import { loadTopic } from '../../lambdas/load-topic.ts';
import { wire, type HandlerDeps } from '../../lambdas/compose/wiring.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  ARTICLES_BUCKET: 'articles-bucket',
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  LEDGER_TABLE: 'ledger',
  DELIVERY_QUEUE_URL: 'https://sqs.example/deliveries',
  SENDER_ADDRESS: 'digest@example.com',
  CONFIGURATION_SET: 'parley-events',
  SIGNING_KEYS_SECRET: 'signing-keys',
  SITE_URL: 'https://news.example',
  STACK_NAME: 'Parley',
  OPERATOR_ADDRESS: 'operator@example.com',
  ANALYST_MODEL: 'none',
};
/** A Monday, after the schedule's time of day in its zone. */
const NOW = new Date('2026-11-16T08:00:00Z');
const EDITION_KEY = 'editions-bucket/editions/us-north-korea/2026-11-16.json';

const samples = new URL('../../lib/local/sample-articles/', import.meta.url);
const dynamo = mockClient(DynamoDBDocumentClient);
const sqs = mockClient(SQSClient);
const ses = mockClient(SESClient);
const secrets = mockClient(SecretsManagerClient);
let buckets: FakeBuckets;
let ledger: Ledger;
let recorded: ReturnType<typeof recordedLog>;
let counted: [name: string, value: number][];

beforeEach(() => {
  for (const mock of [dynamo, sqs, ses, secrets]) mock.reset();
  const quota = { Max24HourSend: 1_000, MaxSendRate: 10, SentLast24Hours: 0 };
  ses.on(GetSendQuotaCommand).resolves(quota);
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ current: 'k1', k1: 'a'.repeat(43) }) });
  buckets = new FakeBuckets();
  recorded = recordedLog();
  counted = [];
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

const depsOf = (environment = ENVIRONMENT, now = NOW) => ({
  ...wire(environment),
  ledger,
  log: recorded.log,
  count: (name: string, value: number) => void counted.push([name, value]),
  now: () => now,
});
const compose = (event: unknown, changes: Partial<HandlerDeps> = {}) =>
  handleCompose(event, { ...depsOf(), ...changes });

/** The topic that ships, as if it asked for an approval. */
const asking: HandlerDeps['loadTopic'] = async (id) => {
  const parsed = await loadTopic(id);
  return parsed.ok ? { ok: true, value: { ...parsed.value, approval: true } } : parsed;
};

/** Mails to the operator. */
const toOperator = () =>
  Promise.all(
    ses
      .commandCalls(SendRawEmailCommand)
      .map(({ args: [{ input }] }) => PostalMime.parse(input.RawMessage?.Data ?? '')),
  );

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
      forecast: expect.objectContaining({ recipients: 1, costUsd: 0.0001, refusal: null }),
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

  it('within the hours that the topic allows still composes the slot that was due', async () => {
    const deps = { now: () => new Date('2026-11-16T09:59:00Z') };
    await compose({ topic: 'us-north-korea', scheduledAt: '2026-11-15T22:00:00Z' }, deps);
    expect(buckets.keys('editions-bucket/')).toEqual([EDITION_KEY]);
  });

  it('composes the slot that a person names', async () => {
    await compose({ topic: 'us-north-korea', slot: '2026-11-02', late: true });
    expect(buckets.keys('editions-bucket/')).toEqual([
      'editions-bucket/editions/us-north-korea/2026-11-02.json',
    ]);
  });
});

describe('an event that comes too late', () => {
  const event = { topic: 'us-north-korea', scheduledAt: '2026-11-08T22:00:00Z' };

  it('composes nothing, mails nobody, and tells the operator', async () => {
    const answer = await compose(event);
    expect(answer).toEqual({
      outcome: 'late',
      reason: 'its sending should have begun by 2026-11-09T10:00:00.000Z',
    });
    expect(buckets.keys('editions-bucket/')).toEqual([]);
    expect(queued()).toEqual([]);
    expect(recorded.lines).toMatchObject([{ level: 'error', code: 'COMPOSE_LATE' }]);
    expect(counted).toEqual([['EditionsMissing', 1]]);
    const [mail] = await toOperator();
    expect(mail?.subject).toBe('Not sent, too late: US–North Korea talks 2026-11-09');
    expect(mail?.text).toContain('It was not composed in time.');
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain(
      'parley send --slot 2026-11-09 --topic us-north-korea --remote=Parley',
    );
  });

  it('is answered all the same where the operator cannot be told, or there is none', async () => {
    ses.on(SendRawEmailCommand).rejects(new Error('no'));
    expect(await compose(event)).toMatchObject({ outcome: 'late' });
    expect(recorded.lines).toMatchObject([{ code: 'COMPOSE_LATE' }, { code: 'COMPOSE_UNTOLD' }]);
    const none = depsOf({ ...ENVIRONMENT, OPERATOR_ADDRESS: 'none' });
    expect(await handleCompose(event, none)).toMatchObject({ outcome: 'late' });
  });

  it('sends nothing of an edition that was composed and not begun', async () => {
    await compose({ topic: 'us-north-korea' }, { loadTopic: asking });
    const now = () => new Date('2026-11-16T10:00:01Z');
    const late = await compose({ topic: 'us-north-korea' }, { loadTopic: asking, now });
    expect(late).toMatchObject({ outcome: 'late' });
    expect((await toOperator())[1]?.text).toContain('It was not approved.');
    expect(queued()).toEqual([]);
  });

  it('goes on with an edition that began in time', async () => {
    await compose({ topic: 'us-north-korea' });
    const now = () => new Date('2026-11-18T00:00:00Z');
    expect(await compose({ topic: 'us-north-korea' }, { now })).toMatchObject({
      outcome: 'exists',
      planned: 1,
    });
  });
});

describe('a topic that asks for approval', () => {
  const event = { topic: 'us-north-korea' };

  it('has its edition frozen, and a link mailed that is good for exactly this content', async () => {
    expect(await compose(event, { loadTopic: asking })).toMatchObject({
      outcome: 'waits',
      reason: 'it has to be approved',
      startBy: '2026-11-16T10:00:00.000Z',
    });
    expect(queued()).toEqual([]);
    const [mail] = await toOperator();
    const text = mail?.text ?? '';
    const link =
      /https:\/\/news\.example\/approve\/(?<token>\S+)/.exec(text)?.groups?.['token'] ?? '';
    const keys = await readKeyRing(new SecretsManagerClient(), 'signing-keys');
    const check = (binding: string) =>
      verifyTimedLink(link, 'approve', { keys, now: NOW }, async () => binding);
    const { contentHash } = JSON.parse(buckets.objects.get(EDITION_KEY) ?? '') as Edition;
    const target = { topicId: 'us-north-korea', id: '2026-11-16' };
    expect(await check(contentHash)).toEqual({ kind: 'valid', target });
    expect(await check('of another edition')).toMatchObject({ kind: 'overtaken' });
    expect(text).toContain('* Recipients: 1');
    expect(text).toContain('* Cost: about US$0.00');
  });

  it('asks once, and plans once it is approved', async () => {
    await compose(event, { loadTopic: asking });
    await compose(event, { loadTopic: asking });
    expect(await toOperator()).toHaveLength(1);
    const approval = { to: 'sending', by: 'ana', at: NOW.toISOString(), reason: null } as const;
    await ledger.changeState('us-north-korea.2026-11-16', approval, ['planned']);
    expect(await compose(event, { loadTopic: asking })).toMatchObject({ planned: 1 });
    expect(queued()).toHaveLength(1);
  });

  it('waits where there is no operator, and says so by an alarm code', async () => {
    const none = depsOf({ ...ENVIRONMENT, OPERATOR_ADDRESS: 'none' });
    const answer = await handleCompose(event, { ...none, loadTopic: asking });
    expect(answer).toMatchObject({ outcome: 'waits' });
    expect(recorded.lines).toMatchObject([
      { code: 'COMPOSE_FROZEN' },
      { level: 'error', code: 'COMPOSE_UNTOLD' },
      { code: 'COMPOSE_WAITS' },
    ]);
    expect(queued()).toEqual([]);
  });
});

describe('a quota that does not bear the edition', () => {
  it('leaves it to a person, with the reason', async () => {
    ses.on(GetSendQuotaCommand).resolves({ Max24HourSend: 0, MaxSendRate: 1, SentLast24Hours: 0 });
    const reason = 'the account may not send at present';
    expect(await compose({ topic: 'us-north-korea' })).toMatchObject({ outcome: 'waits', reason });
    expect((await toOperator())[0]?.text).toContain(`* ${reason}`);
    expect(recorded.lines).toMatchObject([{ code: 'COMPOSE_FROZEN' }, { code: 'COMPOSE_QUOTA' }]);
    expect(queued()).toEqual([]);
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
    [{ topic: 'us-north-korea', late: 'yes' }, 'late: expected true or false'],
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
    expect(counted).toEqual([['ArticlesQuarantined', 1]]);
  });

  it('that are too few are told by an alarm code, and nothing is sent', async () => {
    for (const key of buckets.keys('articles-bucket/articles/')) buckets.objects.delete(key);
    expect(await compose({ topic: 'us-north-korea' })).toMatchObject({ outcome: 'refused' });
    expect(recorded.lines).toMatchObject([{ level: 'error', code: 'COMPOSE_REFUSED' }]);
    expect(counted).toEqual([['EditionsMissing', 1]]);
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

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetSendQuotaCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { handleDeliver } from '../../lambdas/deliver/handler.ts';
import { wire } from '../../lambdas/deliver/wiring.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  LEDGER_TABLE: 'ledger',
  SIGNING_KEYS_SECRET: 'signing-keys',
  UNSUBSCRIBE_MAILBOX: 'none',
  SENDER_ADDRESS: 'digest@example.com',
  CONFIGURATION_SET: 'parley-events',
  SITE_URL: 'https://news.example',
};
const NOW = new Date('2026-11-16T08:00:00Z');

const dynamo = mockClient(DynamoDBDocumentClient);
const ses = mockClient(SESClient);
const secrets = mockClient(SecretsManagerClient);
const edition: Edition = sampleEdition();
const group = { editionId: edition.id, round: 1, shard: 3, after: '' };
let recorded: ReturnType<typeof recordedLog>;

beforeEach(() => {
  for (const mock of [dynamo, ses, secrets]) mock.reset();
  recorded = recordedLog();
  const key = `editions-bucket/editions/${edition.topicId}/${edition.slot}.json`;
  new FakeBuckets().objects.set(key, JSON.stringify(edition));
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) }) });
  const { id: editionId, contentHash } = edition;
  const head = {
    editionId,
    contentHash,
    begunAt: '',
    state: 'sending',
    by: '',
    since: '',
    reason: null,
  };
  dynamo.on(GetCommand, { TableName: 'ledger' }).resolves({ Item: head });
  dynamo.on(UpdateCommand, { TableName: 'ledger' }).resolves({ Attributes: groupItem() });
  dynamo.on(BatchGetCommand).callsFake(({ RequestItems }) => {
    const keys: { item: string }[] = RequestItems.subscribers.Keys;
    const people = keys.map(({ item }) => sampleSubscriber(item.replace('subscriber#', '')));
    return { Responses: { subscribers: people } };
  });
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
});

/** The group as the ledger gives it to who claimed it. */
function groupItem(...subscriberIds: string[]) {
  return {
    ...group,
    subscriberIds: subscriberIds.length > 0 ? subscriberIds : ['s1'],
    preceding: 0,
    plannedAt: NOW.toISOString(),
    claim: { id: 'this worker', at: NOW.toISOString() },
    results: {},
    doubts: {},
    reopened: {},
  };
}

const deliver = (...bodies: unknown[]) => deliverUntil(Infinity, ...bodies);

async function deliverUntil(until: number, ...bodies: unknown[]) {
  const records = bodies.map((body, index) => ({
    messageId: `message-${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }));
  const wired = await wire(ENVIRONMENT);
  const deps = { ...wired, pace: unlimitedPace, log: recorded.log, now: () => NOW };
  return handleDeliver({ Records: records } as SQSEvent, deps, until);
}

const failed = (...indexes: number[]) => ({
  batchItemFailures: indexes.map((index) => ({ itemIdentifier: `message-${index}` })),
});
const sentTo = () =>
  ses.commandCalls(SendRawEmailCommand).flatMap(({ args: [{ input }] }) => input.Destinations);

describe('a message of the queue', () => {
  it('is one SendRawEmail a subscriber, with the headers of one-click unsubscribe', async () => {
    dynamo.on(UpdateCommand).resolves({ Attributes: groupItem('s1', 's2') });
    expect(await deliver(group)).toEqual(failed());
    expect(sentTo().sort()).toEqual(['s1@example.com', 's2@example.com']);
    const [call] = ses.commandCalls(SendRawEmailCommand);
    const { Source, Destinations, RawMessage } = call?.args[0].input ?? {};
    expect([Source, Destinations]).toEqual(['digest@example.com', ['s1@example.com']]);
    const { headers, from, subject } = await PostalMime.parse(RawMessage?.Data ?? '');
    const header = (key: string) => headers.find((each) => each.key === key)?.value;
    expect(from?.address).toBe('digest@example.com');
    expect(subject).toBe(edition.subject);
    expect(header('list-unsubscribe')).toMatch(
      /^<https:\/\/news\.example\/unsubscribe\/k1\.[\w-]+\.s1\.[\w-]+>$/,
    );
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toContain(edition.topicId);
  });

  it('claims the group before anything is sent, and records what came of it after', async () => {
    const steps: string[] = [];
    dynamo.on(UpdateCommand).callsFake(async ({ UpdateExpression }) => {
      steps.push(UpdateExpression.includes('REMOVE') ? 'settle' : 'claim');
      return { Attributes: groupItem() };
    });
    ses.on(SendRawEmailCommand).callsFake(() => (steps.push('send'), { MessageId: 'm-1' }));
    await deliver(group);
    expect(steps).toEqual(['claim', 'send', 'settle']);
    const [claim, settle] = dynamo.commandCalls(UpdateCommand).map(({ args }) => args[0].input);
    const Key = { owner: `${edition.id}#3`, item: 'group#0001#' };
    expect(claim).toMatchObject({
      Key,
      ConditionExpression: expect.stringContaining('attribute_not_exists'),
    });
    const result = { state: 'sent', at: NOW.toISOString(), messageId: 'm-1' };
    expect(settle?.Key).toEqual(Key);
    expect(Object.values(settle?.ExpressionAttributeValues ?? {})).toContainEqual(result);
    expect(recorded.lines).toMatchObject([{ code: 'DELIVER_DONE', sent: 1 }]);
  });
});

describe('a group that is not to be worked on', () => {
  it('comes back where another worker has it, until that one is done', async () => {
    dynamo
      .on(UpdateCommand)
      .rejects(new ConditionalCheckFailedException({ message: '', $metadata: {} }));
    dynamo
      .on(GetCommand, {
        TableName: 'ledger',
        Key: { owner: `${edition.id}#3`, item: 'group#0001#' },
      })
      .resolves({ Item: groupItem() });
    expect(await deliver(group)).toEqual(failed(0));
    expect(sentTo()).toEqual([]);
    expect(recorded.lines).toMatchObject([
      { level: 'info', code: 'DELIVER_LEFT', kind: 'elsewhere' },
    ]);
  });

  it('is done with while its edition is paused: who resumes it puts it on the queue again', async () => {
    const head = { editionId: edition.id, contentHash: '', begunAt: '', by: 'ana', since: '' };
    dynamo.on(GetCommand).resolves({ Item: { ...head, state: 'paused', reason: null } });
    expect(await deliver(group)).toEqual(failed());
    expect(sentTo()).toEqual([]);
    expect(recorded.lines).toMatchObject([{ level: 'info', code: 'DELIVER_LEFT', kind: 'held' }]);
  });

  it('comes back, at last to the dead letters, where nobody planned it', async () => {
    dynamo.on(GetCommand).resolves({});
    expect(await deliver(group)).toEqual(failed(0));
    expect(recorded.lines).toMatchObject([
      { level: 'error', code: 'DELIVER_TROUBLE', kind: 'unknown' },
    ]);
  });
});

describe('the function’s own time', () => {
  it('is looked at before each message: what is left comes back, and nobody is left in doubt', async () => {
    expect(await deliverUntil(NOW.getTime() - 1, group, group)).toEqual(failed(0, 1));
    expect(dynamo.calls()).toEqual([]);
  });
});

describe('a message that nobody can read', () => {
  it.each([
    ['not JSON', '{'],
    ['no group', { editionId: edition.id }],
    ['no edition', { ...group, editionId: 'another message' }],
    ['a shard that is none', { ...group, shard: 99 }],
  ])('is named and stops no other: %s', async (_name, poison) => {
    expect(await deliver(poison, group)).toEqual(failed(0));
    expect(sentTo()).toEqual(['s1@example.com']);
    expect(recorded.lines[0]).toMatchObject({
      level: 'error',
      code: 'DELIVER_POISON',
      messageId: 'message-0',
    });
  });
});

describe('SES', () => {
  it('is asked for the account’s quota, which all workers keep in the ledger’s table', async () => {
    ses
      .on(GetSendQuotaCommand)
      .resolves({ Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 189 });
    dynamo
      .on(GetCommand, { TableName: 'ledger', Key: { owner: 'pace', item: 'pace' } })
      .resolves({});
    const { pace } = await wire(ENVIRONMENT);
    expect(await pace.reserve(25, Date.now() + 60_000)).toMatchObject({ kind: 'go', count: 1 });
    expect(dynamo.commandCalls(UpdateCommand).at(-1)?.args[0].input).toMatchObject({
      TableName: 'ledger',
      Key: { owner: 'pace', item: 'pace' },
    });
  });

  const throttling = Object.assign(new Error('Maximum sending rate exceeded.'), {
    name: 'Throttling',
    $metadata: { httpStatusCode: 400 },
  });

  /** What the last update of the ledger was to record. */
  const recordedValues = () =>
    Object.values(
      dynamo.commandCalls(UpdateCommand).at(-1)?.args[0].input.ExpressionAttributeValues ?? {},
    );

  it('throttling brings the message back, with its group given back', async () => {
    ses.on(SendRawEmailCommand).rejects(throttling);
    expect(await deliver(group)).toEqual(failed(0));
    const settle = dynamo.commandCalls(UpdateCommand).at(-1)?.args[0].input;
    expect(settle?.UpdateExpression).toMatch(/^REMOVE #\w+$/);
  });

  it.each([
    ['paused the account', 'AccountSendingPausedException', 'Email sending is paused.'],
    ['has it in the sandbox', 'MessageRejected', 'Email address is not verified.'],
  ])('that %s is named, once a message', async (_name, name, message) => {
    dynamo.on(UpdateCommand).resolves({ Attributes: groupItem('s1', 's2') });
    const refusal = Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });
    ses.on(SendRawEmailCommand).rejects(refusal);
    expect(await deliver(group)).toEqual(failed(0));
    const reason = expect.stringContaining(message);
    expect(recorded.lines).toMatchObject([
      { level: 'warn', code: 'DELIVER_HELD', messageId: 'message-0', deliveries: 2, reason },
      { code: 'DELIVER_DONE', later: 2 },
    ]);
  });

  it('losing the connection leaves a doubtful delivery, which nobody sends again on a guess', async () => {
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await deliver(group)).toEqual(failed());
    expect(recordedValues()).toContainEqual({
      since: NOW.toISOString(),
      reason: 'connection reset by peer',
    });
    expect(recorded.lines).toMatchObject([
      { level: 'error', code: 'DELIVER_TROUBLE', kind: 'doubtful', subscriberId: 's1' },
      { code: 'DELIVER_DONE', doubtful: 1 },
    ]);
  });
});

describe('a table that fails', () => {
  it('brings the message back before anything is sent', async () => {
    dynamo.on(UpdateCommand).rejects(new Error('table is gone'));
    expect(await deliver(group)).toEqual(failed(0));
    expect(sentTo()).toEqual([]);
  });

  it('is asked again for the subscribers that it held back', async () => {
    const keys = [{ topicId: edition.topicId, item: 'subscriber#s1' }];
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ UnprocessedKeys: { subscribers: { Keys: keys } } })
      .resolves({ Responses: { subscribers: [sampleSubscriber('s1')] } });
    expect(await deliver(group)).toEqual(failed());
    expect(sentTo()).toEqual(['s1@example.com']);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', async () => {
    const refused = wire({});
    for (const name of Object.keys(ENVIRONMENT))
      await expect(refused).rejects.toThrow(`environment: ${name}: expected`);
  });

  it('is refused where the secret is no key ring, without repeating it', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"current": "k1", "k1": "hush"}' });
    const refused = wire(ENVIRONMENT);
    await expect(refused).rejects.toThrow('cannot read signing-keys');
    await expect(refused).rejects.not.toThrow('hush');
  });
});

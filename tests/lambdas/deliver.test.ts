import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Edition } from '#lib/edition/edition.ts';
import { handleDeliver } from '../../lambdas/deliver/handler.ts';
import { wire } from '../../lambdas/deliver/wiring.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  DELIVERIES_TABLE: 'deliveries',
  SIGNING_KEYS_SECRET: 'signing-keys',
  SENDER_ADDRESS: 'digest@example.com',
  SITE_URL: 'https://news.example',
};
const NOW = new Date('2026-11-16T08:00:00Z');

const dynamo = mockClient(DynamoDBDocumentClient);
const ses = mockClient(SESClient);
const secrets = mockClient(SecretsManagerClient);
const edition: Edition = sampleEdition();
const slot = { topicId: edition.topicId, date: edition.slot };
let recorded: ReturnType<typeof recordedLog>;

beforeEach(() => {
  for (const mock of [dynamo, ses, secrets]) mock.reset();
  recorded = recordedLog();
  const key = `editions-bucket/editions/${edition.topicId}/${edition.slot}.json`;
  new FakeBuckets().objects.set(key, JSON.stringify(edition));
  secrets
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ current: 'k1', k1: 'A'.repeat(64) }) });
  dynamo.on(PutCommand).resolves({});
  dynamo.on(UpdateCommand).resolves({});
  dynamo.on(DeleteCommand).resolves({});
  dynamo.on(GetCommand, { TableName: 'subscribers' }).callsFake(({ Key }) => {
    const id = String(Key.item).replace('subscriber#', '');
    return { Item: sampleSubscriber(id) };
  });
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
});

async function deliver(...bodies: unknown[]) {
  const records = bodies.map((body, index) => ({
    messageId: `message-${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }));
  const deps = { ...(await wire(ENVIRONMENT)), log: recorded.log, now: () => NOW };
  return handleDeliver({ Records: records } as SQSEvent, deps);
}

const failed = (...indexes: number[]) => ({
  batchItemFailures: indexes.map((index) => ({ itemIdentifier: `message-${index}` })),
});
const sentTo = () =>
  ses.commandCalls(SendRawEmailCommand).flatMap(({ args: [{ input }] }) => input.Destinations);

describe('a message of the queue', () => {
  it('is one SendRawEmail a subscriber, with the headers of one-click unsubscribe', async () => {
    expect(await deliver({ slot, subscriberIds: ['s1', 's2'] })).toEqual(failed());
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

  it('claims each delivery before it is sent, and confirms it after', async () => {
    const steps: string[] = [];
    const noting = (step: string, answer: object) => () => (steps.push(step), answer);
    dynamo.on(PutCommand, { TableName: 'deliveries' }).callsFake(noting('claim', {}));
    ses.on(SendRawEmailCommand).callsFake(noting('send', { MessageId: 'm-1' }));
    dynamo.on(UpdateCommand, { TableName: 'deliveries' }).callsFake(noting('confirm', {}));
    await deliver({ slot, subscriberIds: ['s1'] });
    expect(steps).toEqual(['claim', 'send', 'confirm']);
    const key = { editionId: edition.id, subscriberId: 's1' };
    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toMatchObject({
      Item: { ...key, state: 'claimed', claimedAt: NOW.toISOString() },
      ConditionExpression: expect.stringContaining('attribute_not_exists'),
    });
    expect(dynamo.commandCalls(UpdateCommand)[0]?.args[0].input).toMatchObject({
      Key: key,
      ExpressionAttributeValues: expect.objectContaining({ ':state': 'sent', ':messageId': 'm-1' }),
    });
    expect(recorded.lines).toMatchObject([{ code: 'DELIVER_DONE', sent: 1 }]);
  });
});

describe('a message that nobody can read', () => {
  it.each([
    ['not JSON', '{'],
    ['no subscribers', { slot, subscriberIds: [] }],
    ['no slot', { subscriberIds: ['s1'] }],
    ['a date that is none', { slot: { ...slot, date: 'today' }, subscriberIds: ['s1'] }],
  ])('is named and stops no other: %s', async (_name, poison) => {
    expect(await deliver(poison, { slot, subscriberIds: ['s1'] })).toEqual(failed(0));
    expect(sentTo()).toEqual(['s1@example.com']);
    expect(recorded.lines[0]).toMatchObject({
      level: 'error',
      code: 'DELIVER_POISON',
      messageId: 'message-0',
    });
  });
});

describe('SES', () => {
  const throttling = Object.assign(new Error('Maximum sending rate exceeded.'), {
    name: 'Throttling',
    $metadata: { httpStatusCode: 400 },
  });

  it('throttling brings the message back, with its claim released', async () => {
    ses.on(SendRawEmailCommand).rejects(throttling);
    expect(await deliver({ slot, subscriberIds: ['s1'] })).toEqual(failed(0));
    expect(dynamo.commandCalls(DeleteCommand, { TableName: 'deliveries' })).toHaveLength(1);
  });

  it('losing the connection leaves a doubtful claim, which nobody sends again on a guess', async () => {
    ses.on(SendRawEmailCommand).rejects(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await deliver({ slot, subscriberIds: ['s1'] })).toEqual(failed());
    expect(dynamo.commandCalls(DeleteCommand)).toHaveLength(0);
    expect(recorded.lines).toMatchObject([
      { level: 'error', code: 'DELIVER_TROUBLE', kind: 'doubtful', subscriberId: 's1' },
      { code: 'DELIVER_DONE', doubtful: 1 },
    ]);
  });
});

describe('a table that fails', () => {
  it('brings the message back before anything is sent', async () => {
    dynamo.on(PutCommand).rejects(new Error('table is gone'));
    expect(await deliver({ slot, subscriberIds: ['s1'] })).toEqual(failed(0));
    expect(sentTo()).toEqual([]);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', async () => {
    await expect(wire({})).rejects.toThrow(
      new RegExp(
        Object.keys(ENVIRONMENT)
          .map((name) => `${name}: expected`)
          .join('[^]*'),
      ),
    );
  });

  it('is refused where the secret is no key ring, without repeating it', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"current": "k1", "k1": "hush"}' });
    const refused = wire(ENVIRONMENT);
    await expect(refused).rejects.toThrow('cannot read signing-keys');
    await expect(refused).rejects.not.toThrow('hush');
  });
});

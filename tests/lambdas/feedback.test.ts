import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handleFeedback } from '../../lambdas/feedback/handler.ts';
import { wire } from '../../lambdas/feedback/wiring.ts';
import { sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import {
  complaint,
  hardBounce,
  inEnvelope,
  sesNotification,
} from '../delivery/ses-notification.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = { SUBSCRIBERS_TABLE: 'subscribers', LEDGER_TABLE: 'ledger' };
const AT = '2026-01-05T07:00:00.000Z';

const dynamo = mockClient(DynamoDBDocumentClient);
const { id: editionId, contentHash } = sampleEdition();
let recorded: ReturnType<typeof recordedLog>;

beforeEach(() => {
  dynamo.reset();
  recorded = recordedLog();
  look.mockReset().mockResolvedValue(null);
  const head = { editionId, contentHash, begunAt: AT, state: 'sending', by: 'compose', since: AT };
  const round = { editionId, number: 1, kind: 'audience', by: 'compose', startedAt: AT };
  const group = {
    ...{ editionId, round: 1, shard: 3, after: '', preceding: 0, plannedAt: AT },
    ...{ subscriberIds: ['s00'], results: {}, doubts: {}, reopened: {} },
  };
  dynamo
    .on(GetCommand, { TableName: 'ledger' })
    .resolves({ Item: { ...head, reason: null } })
    .on(GetCommand, { TableName: 'subscribers' })
    .resolves({ Item: sampleSubscriber('s00') })
    .on(BatchWriteCommand)
    .resolves({})
    .on(UpdateCommand)
    .resolves({});
  dynamo.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values }) => {
    const prefix = String(values[':prefix'] ?? '');
    if (prefix.startsWith('round')) return { Items: [round] };
    if (prefix.startsWith('event')) return { Items: [] };
    return { Items: [{ ...group, item: 'group#0001#' }] };
  });
});

const look = vi.fn<(editionId: string) => Promise<string | null>>();

async function feedback(...bodies: unknown[]) {
  const records = bodies.map((body, index) => ({
    messageId: `message-${index}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }));
  const deps = { ...wire(ENVIRONMENT), brake: { look }, log: recorded.log };
  return handleFeedback({ Records: records } as SQSEvent, deps);
}

const failed = (...indexes: number[]) => ({
  batchItemFailures: indexes.map((index) => ({ itemIdentifier: `message-${index}` })),
});
const states = () =>
  dynamo
    .commandCalls(UpdateCommand, { TableName: 'subscribers' })
    .map(({ args }) => args[0].input.ExpressionAttributeValues?.[':v0']);

describe('a batch of messages', () => {
  it('is written to the ledger at once, and a bounce to the subscriber', async () => {
    const messages = [inEnvelope(sesNotification('Send')), sesNotification('Bounce', hardBounce)];
    expect(await feedback(...messages)).toEqual(failed());
    const [write, ...more] = dynamo.commandCalls(BatchWriteCommand);
    const items = write?.args[0].input.RequestItems?.['ledger']?.map(
      ({ PutRequest }) => PutRequest?.Item?.['item'],
    );
    expect([items, more]).toEqual([['event#s00#send', 'event#s00#bounce'], []]);
    expect(states()).toEqual(['bounced']);
    expect(recorded.lines).toMatchObject([
      { code: 'FEEDBACK_DONE', messages: 2, recorded: 2, unknown: 0, failed: 0 },
    ]);
  });

  it('names what nobody can read and what nobody planned, and takes in the rest', async () => {
    const messages = [
      'poison',
      sesNotification('Send', {}, { tags: { delivery: ['moon_2026-01-05_s00'] } }),
      sesNotification('Complaint', complaint, { tags: {} }),
      sesNotification('Open'),
      sesNotification('Complaint', complaint),
    ];
    dynamo
      .on(GetCommand, { TableName: 'ledger', Key: { owner: 'moon.2026-01-05', item: 'head' } })
      .resolves({});
    expect(await feedback(...messages)).toEqual(failed(0));
    expect(states()).toEqual(['complained']);
    expect(recorded.lines).toMatchObject([
      { level: 'error', code: 'FEEDBACK_POISON', messageId: 'message-0' },
      { level: 'warn', code: 'FEEDBACK_UNKNOWN', messageId: 'message-2' },
      { level: 'warn', code: 'FEEDBACK_UNKNOWN', delivery: 'moon.2026-01-05.s00', type: 'send' },
      { code: 'FEEDBACK_DONE', recorded: 1, unknown: 1, failed: 0 },
    ]);
  });

  it('knows the report of an edition, and tells where it does not reach the operator', async () => {
    const report = { tags: { delivery: ['report'] } };
    await feedback(
      sesNotification('Send', {}, report),
      sesNotification('Bounce', hardBounce, report),
    );
    expect(states()).toEqual([]);
    expect(recorded.lines).toMatchObject([
      { level: 'warn', code: 'FEEDBACK_RETURNED', mail: 'report', type: 'bounce' },
      { code: 'FEEDBACK_DONE', recorded: 0, unknown: 0 },
    ]);
  });

  it('takes who complains of a letter off the list, in both forms, and looks at no edition', async () => {
    const waiting = { state: 'pending', since: '2026-01-05T06:00:00.000Z' } as const;
    const Item = sampleSubscriber('s00', waiting);
    dynamo.on(GetCommand, { TableName: 'subscribers' }).resolves({ Item });
    const id = 'confirm.harbour-talks.s00.1767596400000';
    const tags = { edition: ['letter'], delivery: [id.replaceAll('.', '_')] };
    const headers = [{ name: 'Message-ID', value: `<${id}@example.com>` }];
    const { mail } = sesNotification('', {}, { tags: undefined, headers });
    const messages = [
      inEnvelope(sesNotification('Complaint', complaint, { tags })),
      { notificationType: 'Complaint', mail, ...complaint },
      sesNotification('Send', {}, { tags }),
    ];
    expect(await feedback(...messages)).toEqual(failed());
    expect(states().filter((state) => state === 'complained')).toHaveLength(2);
    expect(dynamo.commandCalls(BatchWriteCommand)).toEqual([]);
    expect(look).not.toHaveBeenCalled();
    const returned = { code: 'FEEDBACK_RETURNED', mail: 'confirm', subscriberId: 's00' };
    expect(recorded.lines).toMatchObject([
      { ...returned, type: 'complaint' },
      { ...returned, type: 'complaint' },
      { code: 'FEEDBACK_DONE', recorded: 3, unknown: 0, failed: 0 },
    ]);
  });

  it('says nothing of addresses', async () => {
    await feedback(sesNotification('Bounce', hardBounce));
    const written = JSON.stringify(dynamo.calls().map(({ args }) => args[0].input));
    expect(JSON.stringify(recorded.lines) + written).not.toContain('s00@example.com');
  });
});

describe('the brake', () => {
  it('is looked at after bad news, once an edition, and told of', async () => {
    await feedback(
      sesNotification('Send'),
      sesNotification('Delivery', { delivery: { timestamp: AT } }),
    );
    expect(look).not.toHaveBeenCalled();
    look.mockResolvedValue('too many bounces');
    await feedback(sesNotification('Bounce', hardBounce), sesNotification('Complaint', complaint));
    expect(look.mock.calls).toEqual([[editionId]]);
    expect(recorded.lines.at(-1)).toEqual({
      level: 'error',
      code: 'FEEDBACK_BRAKE',
      editionId,
      reason: 'too many bounces',
    });
  });

  it('that fails brings no message back', async () => {
    look.mockRejectedValue(new Error('the table is gone'));
    expect(await feedback(sesNotification('Bounce', hardBounce))).toEqual(failed());
    expect(recorded.lines.at(-1)).toMatchObject({ code: 'FEEDBACK_TROUBLE' });
  });
});

describe('a table that fails', () => {
  it('brings back every message that it did not take', async () => {
    dynamo.on(BatchWriteCommand).rejects(new Error('the table is gone'));
    const messages = [sesNotification('Send'), sesNotification('Open'), sesNotification('Send')];
    expect(await feedback(...messages)).toEqual(failed(0, 2));
    expect(recorded.lines[0]).toMatchObject({
      code: 'FEEDBACK_TROUBLE',
      reason: 'the table is gone',
    });
  });

  it('brings back the bounce alone where the subscriber could not be written', async () => {
    dynamo.on(UpdateCommand, { TableName: 'subscribers' }).rejects(new Error('the table is gone'));
    const messages = [sesNotification('Send'), sesNotification('Bounce', hardBounce)];
    expect(await feedback(...messages)).toEqual(failed(1));
  });

  it('brings back the complaint of a letter', async () => {
    dynamo.on(UpdateCommand, { TableName: 'subscribers' }).rejects(new Error('the table is gone'));
    const tags = { delivery: ['welcome_harbour-talks_s00_1767596400000'] };
    const messages = [sesNotification('Send'), sesNotification('Complaint', complaint, { tags })];
    expect(await feedback(...messages)).toEqual(failed(1));
    expect(recorded.lines).toContainEqual(
      expect.objectContaining({ code: 'FEEDBACK_TROUBLE', mail: 'welcome', subscriberId: 's00' }),
    );
  });

  it('gives up on a state that others change all the time, until the message comes again', async () => {
    dynamo
      .on(UpdateCommand)
      .rejects(new ConditionalCheckFailedException({ message: '', $metadata: {} }));
    expect(await feedback(sesNotification('Bounce', hardBounce))).toEqual(failed(0));
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', () => {
    expect(() => wire({})).toThrow(/SUBSCRIBERS_TABLE: expected[^]*LEDGER_TABLE: expected/);
  });
});

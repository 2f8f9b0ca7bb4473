import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SqsDeliveryQueue } from '#lib/aws/sqs-delivery-queue.ts';
import type { GroupKey } from '#lib/delivery/group.ts';

const groups = (count: number): GroupKey[] =>
  Array.from({ length: count }, (_, i) => ({
    editionId: 'harbour-talks.2026-01-05',
    round: 1,
    shard: 7,
    after: `s${i}`,
  }));

function open() {
  const client = new SQSClient({ region: 'us-east-1' });
  const mock = mockClient(client);
  return { mock, queue: new SqsDeliveryQueue(client, 'https://sqs.example/queue') };
}

describe('SqsDeliveryQueue', () => {
  it('puts every group on the queue, ten messages a call', async () => {
    const { mock, queue } = open();
    mock.on(SendMessageBatchCommand).resolves({});
    await queue.put(groups(23));
    const calls = mock.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input);
    expect(calls.map(({ Entries = [] }) => Entries.length)).toEqual([10, 10, 3]);
    const bodies = calls.flatMap(({ Entries = [] }) =>
      Entries.map(({ MessageBody }) => MessageBody),
    );
    expect(bodies.map((body) => JSON.parse(body ?? ''))).toEqual(groups(23));
  });

  it('does not pass over a message that SQS refused', async () => {
    const { mock, queue } = open();
    mock.on(SendMessageBatchCommand).resolves({
      Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }],
    });
    await expect(queue.put(groups(2))).rejects.toThrow(
      'cannot put deliveries on https://sqs.example/queue: 1 of 2 messages refused, the first with InternalError',
    );
  });
});

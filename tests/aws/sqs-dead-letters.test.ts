import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SqsDeadLetters } from '#lib/aws/sqs-dead-letters.ts';

interface Letter {
  id: string;
  body: string;
  isHidden: boolean;
}
interface Entries {
  QueueUrl: string;
  Entries: { Id: string; ReceiptHandle: string; MessageBody: string }[];
}

/** Both queues in memory; what a receiver has in hand is hidden until it is released. */
function fakeQueues(bodies: string[], { refuses }: { refuses?: string } = {}) {
  const dead: Letter[] = bodies.map((body, i) => ({ id: `m${i}`, body, isHidden: false }));
  const queue: string[] = [];
  const calls: string[] = [];
  const client = new SQSClient({ region: 'us-east-1' });
  const mock = mockClient(client);
  mock.on(GetQueueAttributesCommand).callsFake(() => ({
    Attributes: { ApproximateNumberOfMessages: String(dead.length) },
  }));
  mock.on(ReceiveMessageCommand).callsFake(({ MaxNumberOfMessages }) => {
    const seen = dead.filter(({ isHidden }) => !isHidden).slice(0, MaxNumberOfMessages);
    seen.forEach((letter) => (letter.isHidden = true));
    return {
      Messages: seen.map(({ id, body }) => ({ MessageId: id, ReceiptHandle: id, Body: body })),
    };
  });
  mock.on(SendMessageBatchCommand).callsFake(({ QueueUrl, Entries }: Entries) => {
    calls.push(`send ${QueueUrl}`);
    const taken = Entries.filter(({ MessageBody }) => MessageBody !== refuses);
    queue.push(...taken.map(({ MessageBody }) => MessageBody));
    return { Successful: taken.map(({ Id }) => ({ Id })) };
  });
  mock.on(DeleteMessageBatchCommand).callsFake(({ QueueUrl, Entries }: Entries) => {
    calls.push(`delete ${QueueUrl}`);
    for (const { ReceiptHandle } of Entries)
      dead.splice(
        dead.findIndex(({ id }) => id === ReceiptHandle),
        1,
      );
    return {};
  });
  mock.on(ChangeMessageVisibilityBatchCommand).callsFake(({ Entries }: Entries) => {
    for (const letter of dead)
      if (Entries.some(({ ReceiptHandle }) => ReceiptHandle === letter.id)) letter.isHidden = false;
    return {};
  });
  const letters = new SqsDeadLetters(client, 'dead', 'queue');
  const left = () => dead.filter(({ isHidden }) => !isHidden).map(({ body }) => body);
  return { letters, mock, queue, left, calls, dead };
}

const bodies = (count: number) => Array.from({ length: count }, (_, i) => `b${i}`);
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('dead letters', () => {
  it('are counted', async () => {
    expect(await fakeQueues(bodies(3)).letters.count()).toBe(3);
  });

  it('can be looked at and stay, in sight', async () => {
    const { letters, left, queue } = fakeQueues(bodies(25));
    expect(await letters.look(12)).toEqual(bodies(12));
    expect(left()).toHaveLength(25);
    expect(queue).toEqual([]);
  });

  it('are put back, each once, and deleted only after that', async () => {
    const { letters, left, queue, calls } = fakeQueues(bodies(23));
    const done = await all(letters.putBack(() => true));
    expect(done.every(({ isBack }) => isBack)).toBe(true);
    expect(queue).toEqual(bodies(23));
    expect(left()).toEqual([]);
    expect(calls.slice(0, 2)).toEqual(['send queue', 'delete dead']);
  });

  it('that are not wanted stay in sight', async () => {
    const { letters, left, queue } = fakeQueues(['good', 'poison']);
    await all(letters.putBack((body) => body === 'good'));
    expect({ left: left(), queue }).toEqual({ left: ['poison'], queue: ['good'] });
  });

  it('that the queue does not take are not lost', async () => {
    const { letters, left } = fakeQueues(['good', 'refused'], { refuses: 'refused' });
    const done = await all(letters.putBack(() => true));
    expect(done).toContainEqual({ body: 'refused', isBack: false });
    expect(left()).toEqual(['refused']);
  });

  it('lie in both queues, and never in none, where it is killed in between', async () => {
    const { letters, mock, queue, dead } = fakeQueues(['a']);
    mock.on(DeleteMessageBatchCommand).rejects(new Error('killed'));
    await expect(all(letters.putBack(() => true))).rejects.toThrow('killed');
    expect({ queue, dead: dead.map(({ body }) => body) }).toEqual({ queue: ['a'], dead: ['a'] });
  });

  it('that come again at once do not keep it going forever', async () => {
    const { letters, mock } = fakeQueues([]);
    const Messages = [{ MessageId: 'm', ReceiptHandle: 'm', Body: 'poison' }];
    mock.on(ReceiveMessageCommand).resolves({ Messages });
    expect(await all(letters.putBack(() => false))).toHaveLength(1);
  });
});

import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { SqsBacklog } from '#lib/aws/sqs-backlog.ts';

const counts = (waiting: number, atWork: number, delayed: number) => ({
  ApproximateNumberOfMessages: String(waiting),
  ApproximateNumberOfMessagesNotVisible: String(atWork),
  ApproximateNumberOfMessagesDelayed: String(delayed),
});

describe('SqsBacklog', () => {
  it.each([
    ['without messages', counts(0, 0, 0), true],
    ['with one that waits', counts(1, 0, 0), false],
    ['with one that is worked on', counts(0, 1, 0), false],
    ['with one that is put off', counts(0, 0, 1), false],
    ['that does not tell', {}, false],
  ])('a queue %s', async (_name, Attributes, isEmpty) => {
    const client = new SQSClient({ region: 'us-east-1' });
    mockClient(client).on(GetQueueAttributesCommand).resolves({ Attributes });
    const backlog = new SqsBacklog(client, 'https://sqs.example/queue');
    expect(await backlog.isEmpty()).toBe(isEmpty);
  });

  it('takes a few messages for none where it is told to', async () => {
    const client = new SQSClient({ region: 'us-east-1' });
    const backlog = new SqsBacklog(client, 'https://sqs.example/queue', 2);
    mockClient(client)
      .on(GetQueueAttributesCommand)
      .resolvesOnce({ Attributes: counts(1, 1, 0) })
      .resolvesOnce({ Attributes: counts(1, 1, 1) })
      .resolvesOnce({});
    expect(await backlog.isEmpty()).toBe(true);
    expect(await backlog.isEmpty()).toBe(false);
    expect(await backlog.isEmpty()).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { BenchQueue } from './bench-queue.ts';
import { bodyOf } from './listen.ts';

export interface SqsLikeOptions {
  /** By name, the last part of a queue's address. */
  queues: ReadonlyMap<string, BenchQueue>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Whether the next message of a batch is refused. */
  refuses: () => boolean;
}

const Call = z.object({
  QueueUrl: z.string(),
  Entries: z.optional(z.array(z.object({ Id: z.string(), MessageBody: z.string() }))),
});

/**
 * Answers the two calls of SQS that Parley makes (SQS API reference, "SendMessageBatch" and "GetQueueAttributes",
 * AWS JSON protocol); receiving is what the supervisor does in the place of Lambda.
 */
export function sqsLike(options: SqsLikeOptions): RequestListener {
  return (request, response) => {
    answer(request, response, options).catch((error: unknown) => response.destroy(error as Error));
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { queues, now, refuses }: SqsLikeOptions,
): Promise<void> {
  const { QueueUrl, Entries = [] } = Call.parse(JSON.parse(await bodyOf(request)));
  const queue = queues.get(QueueUrl.split('/').at(-1) ?? '');
  if (queue === undefined) return reply(response, 400, { __type: 'QueueDoesNotExist' });
  if (String(request.headers['x-amz-target']).endsWith('.GetQueueAttributes'))
    return reply(response, 200, { Attributes: attributesOf(queue, now()) });
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const { Id, MessageBody } of Entries)
    if (refuses()) Failed.push({ Id, Code: 'InternalError', SenderFault: false });
    else {
      queue.put(MessageBody);
      const md5 = createHash('md5').update(MessageBody).digest('hex');
      Successful.push({ Id, MessageId: Id, MD5OfMessageBody: md5 });
    }
  return reply(response, 200, { Successful, Failed });
}

function attributesOf(queue: BenchQueue, now: number): Record<string, string> {
  const { visible, hidden } = queue.counts(now);
  return {
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    ApproximateNumberOfMessagesDelayed: '0',
  };
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
}

import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** Messages that SQS gives or takes in one call. */
const A_CALL = 10;
/** Long enough to be put back; what is not comes into sight again by itself. */
const OUT_OF_SIGHT_SECONDS = 300;
/** A long poll asks every server of SQS, so an empty answer means that there is nothing. */
const POLL_SECONDS = 1;

/** What became of one dead letter: put back on its queue, or left where it lay. */
export interface Redriven {
  body: string;
  isBack: boolean;
}

/** The dead letters of a queue. */
export class SqsDeadLetters {
  constructor(
    private readonly client: SQSClient,
    private readonly deadLettersUrl: string,
    private readonly queueUrl: string,
  ) {}

  /** How many there are; SQS's counts lag some seconds behind. */
  async count(): Promise<number> {
    const { Attributes = {} } = await this.client.send(
      new GetQueueAttributesCommand({
        QueueUrl: this.deadLettersUrl,
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    return Number(Attributes['ApproximateNumberOfMessages'] ?? NaN);
  }

  /** The bodies of the first letters, which stay where they are. */
  async look(most: number): Promise<string[]> {
    const seen: Message[] = [];
    try {
      for await (const messages of this.receive()) {
        seen.push(...messages);
        if (seen.length >= most) break;
      }
    } finally {
      await this.release(seen);
    }
    return seen.slice(0, most).map(({ Body = '' }) => Body);
  }

  /**
   * Puts letters back on their queue, and only then takes them out of the dead letters: killed in
   * between, one lies in both, which whoever handles it bears. Those that are not wanted stay.
   */
  async *putBack(isWanted: (body: string) => boolean): AsyncGenerator<Redriven> {
    const left: Message[] = [];
    try {
      for await (const messages of this.receive()) {
        const wanted = messages.filter(({ Body = '' }) => isWanted(Body));
        const back = await this.sendAll(wanted);
        await this.remove(back);
        left.push(...messages.filter((message) => !back.includes(message)));
        for (const message of messages)
          yield { body: message.Body ?? '', isBack: back.includes(message) };
      }
    } finally {
      await this.release(left);
    }
  }

  /** Batches of letters, each letter once, until there is none that was not seen. */
  private async *receive(): AsyncGenerator<Message[]> {
    const seen = new Set<string | undefined>();
    for (;;) {
      const { Messages = [] } = await this.client.send(
        new ReceiveMessageCommand({
          QueueUrl: this.deadLettersUrl,
          MaxNumberOfMessages: A_CALL,
          VisibilityTimeout: OUT_OF_SIGHT_SECONDS,
          WaitTimeSeconds: POLL_SECONDS,
        }),
      );
      const unseen = Messages.filter(({ MessageId }) => !seen.has(MessageId));
      if (unseen.length === 0) return;
      for (const { MessageId } of unseen) seen.add(MessageId);
      yield unseen;
    }
  }

  /** Those that the queue took. */
  private async sendAll(messages: Message[]): Promise<Message[]> {
    if (messages.length === 0) return [];
    const { Successful = [] } = await this.client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.queueUrl,
        Entries: messages.map(({ Body = '' }, index) => ({ Id: String(index), MessageBody: Body })),
      }),
    );
    return Successful.flatMap(({ Id }) => messages[Number(Id)] ?? []);
  }

  private async remove(messages: Message[]): Promise<void> {
    if (messages.length === 0) return;
    await this.client.send(
      new DeleteMessageBatchCommand({ QueueUrl: this.deadLettersUrl, Entries: entries(messages) }),
    );
  }

  /** Lets others see them at once. */
  private async release(messages: Message[]): Promise<void> {
    for (let start = 0; start < messages.length; start += A_CALL) {
      const some = entries(messages.slice(start, start + A_CALL));
      await this.client.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: this.deadLettersUrl,
          Entries: some.map((entry) => ({ ...entry, VisibilityTimeout: 0 })),
        }),
      );
    }
  }
}

const entries = (messages: Message[]) =>
  messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));

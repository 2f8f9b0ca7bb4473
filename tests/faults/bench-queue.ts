/** How a queue of the bench behaves. */
export interface QueueBehaviour {
  /** A message that was received and not done with is seen again so long after. */
  visibilityMs: number;
  /** One that was received so often goes to the dead letters instead. */
  receptions: number;
  /** Share of the messages that come twice. */
  twiceShare: number;
  random: () => number;
}

export interface Message {
  messageId: string;
  body: string;
}

/**
 * A queue with the semantics of SQS (SQS developer guide, "Standard queues", "Visibility timeout"): at least
 * once, in any order, and what is not deleted after it was received comes again. Times are of the bench.
 */
export class BenchQueue {
  private readonly visible: Message[] = [];
  private readonly hidden = new Map<string, { message: Message; until: number }>();
  private readonly received = new Map<string, number>();
  /** Messages that went to the dead letters. */
  dead = 0;
  private last = 0;

  constructor(private readonly behaviour: QueueBehaviour) {}

  put(body: string): void {
    const { twiceShare, random } = this.behaviour;
    const copies = random() < twiceShare ? 2 : 1;
    for (let i = 0; i < copies; i++) this.visible.push({ messageId: `m${++this.last}`, body });
  }

  /** Up to `max` messages, any of those that can be seen. */
  receive(max: number, now: number): Message[] {
    this.show(now);
    const received: Message[] = [];
    while (received.length < max) {
      const message = this.takeAny();
      if (message === undefined) break;
      received.push(message);
      this.hidden.set(message.messageId, { message, until: now + this.behaviour.visibilityMs });
    }
    return received;
  }

  /** Deletes a message that was received. */
  done(messageId: string): void {
    this.hidden.delete(messageId);
  }

  /** Messages that can be seen, and that are being worked on. */
  counts(now: number): { visible: number; hidden: number } {
    this.show(now);
    return { visible: this.visible.length, hidden: this.hidden.size };
  }

  /** When the next hidden message comes again; Infinity: none does. */
  nextAt(): number {
    return Math.min(Infinity, ...[...this.hidden.values()].map(({ until }) => until));
  }

  private show(now: number): void {
    for (const [id, { message, until }] of this.hidden)
      if (until <= now) {
        this.hidden.delete(id);
        const received = (this.received.get(id) ?? 0) + 1;
        this.received.set(id, received);
        if (received < this.behaviour.receptions) this.visible.push(message);
        else this.dead += 1;
      }
  }

  private takeAny(): Message | undefined {
    const { visible } = this;
    const at = Math.floor(this.behaviour.random() * visible.length);
    const [chosen, last] = [visible[at], visible.pop()];
    if (chosen !== undefined && last !== undefined && at < visible.length) visible[at] = last;
    return chosen;
  }
}

import { setTimeout } from 'node:timers/promises';
import type { Leave } from './pace-state.ts';

/** The mails that a group has leave for, one turn after the other. */
export class Turns {
  private taken = 0;

  constructor(
    private readonly leave: Leave,
    private readonly now: () => Date,
  ) {}

  /** Waits for the next turn; false: no more leave. */
  async next(): Promise<boolean> {
    if (this.leave.kind === 'wait' || this.taken >= this.leave.count) return false;
    const at = this.leave.startsAt + this.taken++ * this.leave.intervalMs;
    const ms = at - this.now().getTime();
    if (ms > 0) await setTimeout(ms);
    return true;
  }

  /** Why there is no more leave. */
  get reason(): string {
    if (this.leave.kind === 'go') return 'the send rate leaves no time for it under this claim';
    const until = new Date(this.leave.until).toISOString();
    return this.leave.limit === 'day'
      ? `the day's quota is used up, until about ${until}`
      : `others have the send rate until ${until}`;
  }
}

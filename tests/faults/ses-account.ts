import type { SesBehaviour } from './ses-behaviour.ts';

const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;

type Limits = Pick<SesBehaviour, 'takesPerSecond' | 'saysPerSecond' | 'takesPerDay' | 'saysPerDay'>;

/** What stands for "no limit" in SES's answers. */
const NO_LIMIT = -1;

/** The account with the SES-like server: counts what it sent in the last second and the last 24 hours. */
export class SesAccount {
  /** When each mail of the last 24 hours was taken, ascending. */
  private times: number[] = [];

  constructor(private readonly limits: Limits) {}

  /** Why the account may not send now, in SES's words; null: it may, and the mail counts. */
  take(now: number): string | null {
    const { takesPerSecond, takesPerDay } = this.limits;
    if (takesPerDay !== null && this.since(now - DAY_MS) >= takesPerDay)
      return 'Daily message quota exceeded.';
    if (takesPerSecond !== null && this.since(now - SECOND_MS) >= takesPerSecond)
      return 'Maximum sending rate exceeded.';
    this.times.push(now);
    return null;
  }

  /** The answer to GetSendQuota. */
  quota(now: number): { Max24HourSend: number; MaxSendRate: number; SentLast24Hours: number } {
    return {
      Max24HourSend: this.limits.saysPerDay ?? NO_LIMIT,
      MaxSendRate: this.limits.saysPerSecond ?? NO_LIMIT,
      SentLast24Hours: this.since(now - DAY_MS),
    };
  }

  /** Mails taken after an instant. */
  private since(start: number): number {
    let count = 0;
    while (count < this.times.length && (this.times.at(-1 - count) ?? 0) > start) count += 1;
    return count;
  }
}

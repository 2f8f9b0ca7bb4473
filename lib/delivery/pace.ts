import { setTimeout } from 'node:timers/promises';
import {
  closedIn,
  exhausted,
  isToBeAsked,
  reserve,
  reservePersonal,
  slower,
  withLimits,
  type Leave,
  type PaceState,
  type Step,
} from './pace-state.ts';
import type { SendQuota } from './send-quota.ts';

/** How fast mails may be sent. */
export interface Pace {
  /**
   * Leave to send up to `count` mails that begin before `by` (milliseconds since 1970). What is granted counts
   * as sent, also where it is not used.
   */
  reserve(count: number, by: number): Promise<Leave>;
  /** When mails may go out again, where the day's quota is known to be used up; else null. Asks nobody. */
  closedUntil(): number | null;
  /** The mail server has refused a mail because of the rate, or of the day's quota. */
  refused(limit: 'rate' | 'day'): Promise<void>;
}

/** How soon a mail may be sent that a person waits for. */
export interface PersonalPace extends Pick<Pace, 'refused'> {
  /** Leave for one mail that begins before `by`: it passes the editions under way. */
  reservePersonal(by: number): Promise<Leave>;
}

/** Where the workers keep what they know together. */
export interface PaceStore {
  /**
   * Changes the state as if nobody else did meanwhile: `step` may be called again with another state.
   * Where it gives back the state that it was given, nothing is written.
   */
  change<T>(step: (state: PaceState) => Step<T>): Promise<T>;
}

/** As fast as the mail server takes them. */
export const unlimitedPace: Pace & PersonalPace = {
  reserve: async (count) => ({ kind: 'go', count, startsAt: 0, intervalMs: 0 }),
  closedUntil: () => null,
  reservePersonal: async () => ({ kind: 'go', count: 1, startsAt: 0, intervalMs: 0 }),
  refused: async () => {},
};

export interface PaceDeps {
  store: PaceStore;
  quota: SendQuota;
  now: () => Date;
}

/** A pace by the account's live quota, shared by all workers of a store. */
export class QuotaPace implements Pace, PersonalPace {
  /** The day's quota was found used up: until when, and how long this is believed without a look. */
  private closed: { until: number; believedUntil: number } | null = null;

  constructor(private readonly deps: PaceDeps) {}

  /** @throws DependencyError where the mail server has never told its limits, or the store fails */
  async reserve(count: number, by: number): Promise<Leave> {
    if (count === 0) return unlimitedPace.reserve(count, by);
    const leave = await this.leaveBy(by, (state, now) => reserve(state, { count, now, by }));
    const isClosed = leave.kind === 'wait' && leave.limit === 'day';
    this.closed = isClosed ? { until: leave.until, believedUntil: this.now() + BELIEVED_MS } : null;
    return leave;
  }

  /** @throws as `reserve` */
  reservePersonal(by: number): Promise<Leave> {
    return this.leaveBy(by, (state, now) => reservePersonal(state, { now, by }));
  }

  closedUntil(): number | null {
    return this.closed !== null && this.now() < this.closed.believedUntil
      ? this.closed.until
      : null;
  }

  /**
   * Asks the mail server until when the day's quota is used up; null: mails may go out.
   * @throws as `reserve`
   */
  async look(): Promise<number | null> {
    const { store } = this.deps;
    const now = this.now();
    const isAsker = await store.change((state) =>
      isToBeAsked(state, now)
        ? { state: { ...state, askedAt: now }, answer: true }
        : { state, answer: false },
    );
    if (isAsker) await this.ask();
    return store.change((state) => ({ state, answer: closedIn(state, this.now()) }));
  }

  async refused(limit: 'rate' | 'day'): Promise<void> {
    const now = this.now();
    const change = limit === 'rate' ? slower : exhausted;
    await this.deps.store.change((state) => ({ state: change(state, now), answer: null }));
  }

  private async leaveBy(
    by: number,
    step: (state: PaceState, now: number) => Step<Leave>,
  ): Promise<Leave> {
    for (;;) {
      const now = this.now();
      const leave = await this.deps.store.change<Leave | 'ask'>((state) =>
        isToBeAsked(state, now)
          ? { state: { ...state, askedAt: now }, answer: 'ask' }
          : step(state, now),
      );
      if (leave === 'ask') await this.ask();
      // Another worker is asking for the limits: it takes a moment.
      else if (leave.kind === 'wait' && leave.limit === 'rate' && leave.until < by)
        await setTimeout(Math.max(1, leave.until - now));
      else return leave;
    }
  }

  private async ask(): Promise<void> {
    const { quota, store } = this.deps;
    try {
      const limits = await quota.read();
      const now = this.now();
      await store.change((state) => ({ state: withLimits(state, limits, now), answer: null }));
    } catch (error) {
      // What it said before still counts; the next look is a second later.
      const isKnown = await store.change((state) => ({ state, answer: state.limits !== null }));
      if (!isKnown) throw error;
    }
  }

  private now(): number {
    return this.deps.now().getTime();
  }
}

/** Others who send from the account may use less than before. */
const BELIEVED_MS = 60_000;

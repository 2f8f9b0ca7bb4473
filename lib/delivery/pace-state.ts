import { CONFIRMATION_SHARE, editionRate, roomToday, type SendLimits } from './send-quota.ts';

/** What all workers know together of how fast they send. Times are milliseconds since 1970. */
export interface PaceState {
  /** No further mail begins before this. */
  freeAt: number;
  /** What the mail server said last; null before it was asked. */
  limits: SendLimits | null;
  /** When it said so. */
  readAt: number;
  /** When a worker last set out to ask it. */
  askedAt: number;
  /** Mails that were given leave since it said so. */
  granted: number;
  /** When it last refused a mail because of the rate, and the rate from then on. */
  slowed: { perSecond: number; at: number } | null;
  /** When it said that the day's quota is used up, whatever it counts. */
  exhaustedAt: number | null;
  /** The first mail of the last day on which any were sent. */
  beganAt: number;
  /** No further mail that a person waits for begins before this. */
  personalFreeAt: number;
}

export const FIRST_STATE: PaceState = {
  freeAt: 0,
  limits: null,
  readAt: 0,
  askedAt: 0,
  granted: 0,
  slowed: null,
  exhaustedAt: null,
  beganAt: 0,
  personalFreeAt: 0,
};

/**
 * Leave to send: that many mails, the first at `startsAt` and each `intervalMs` after the one before.
 * wait: none before `until`, by the rate or by the day's quota.
 */
export type Leave =
  | { kind: 'go'; count: number; startsAt: number; intervalMs: number }
  | { kind: 'wait'; limit: 'rate' | 'day'; until: number };

/** A state and what the change of it found. */
export interface Step<T> {
  state: PaceState;
  answer: T;
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** What the server said counts for so long: mails that were granted since are added to it. */
export const LIMITS_KEPT_MS = 10_000;
/** SES takes one GetSendQuota a second ("SES API reference: GetSendQuota"). */
export const ASK_AGAIN_MS = 1_000;
/** After "daily message quota exceeded" nobody tries for so long, whatever the server counts. */
export const EXHAUSTED_MS = 300_000;
/** Refusals within this belong to one burst, and halve the rate once. */
export const BURST_MS = 1_000;
/** Of the full rate, regained each second: fifty seconds after a refusal it is full again. */
const REGAINED_A_SECOND = 0.01;
/** The rate is never halved below this. */
const LEAST_PER_SECOND = 0.5;

/** Mails a second that may begin now; null: no limit. Halved by a refusal, and regained evenly after it. */
export function rateAt({ limits, slowed }: PaceState, now: number): number | null {
  const full = limits === null ? null : editionRate(limits);
  if (full === null || slowed === null) return full;
  const regained = (REGAINED_A_SECOND * full * (now - slowed.at)) / SECOND_MS;
  return Math.min(full, slowed.perSecond + Math.max(0, regained));
}

/** Whether what the server said is too old, and nobody is asking it. */
export function isToBeAsked({ limits, readAt, askedAt }: PaceState, now: number): boolean {
  const isOld = limits === null || now - readAt >= LIMITS_KEPT_MS;
  return isOld && now - askedAt >= ASK_AGAIN_MS;
}

/** What the server said. Mails whose turn is still to come are not in its count. */
export function withLimits(state: PaceState, limits: SendLimits, now: number): PaceState {
  const rate = rateAt({ ...state, limits }, now);
  const toCome = rate === null ? 0 : Math.max(0, (state.freeAt - now) / SECOND_MS) * rate;
  return { ...state, limits, readAt: now, granted: Math.ceil(toCome) };
}

/** Gives leave to as many of `count` mails as can begin before `by`. */
export function reserve(
  state: PaceState,
  { count, now, by }: { count: number; now: number; by: number },
): Step<Leave> {
  if (state.limits === null) {
    const until = state.askedAt + ASK_AGAIN_MS;
    return { state, answer: { kind: 'wait', limit: 'rate', until } };
  }
  const room = roomIn(state, now);
  if (room < 1)
    return { state, answer: { kind: 'wait', limit: 'day', until: movesAt(state, now) } };
  const rate = rateAt(state, now);
  const intervalMs = rate === null ? 0 : SECOND_MS / rate;
  const startsAt = rate === null ? now : Math.max(state.freeAt, now);
  const inTime = rate === null ? count : Math.ceil((by - startsAt) / intervalMs);
  if (inTime < 1) return { state, answer: { kind: 'wait', limit: 'rate', until: startsAt } };
  const granted = Math.min(count, room, inTime);
  return {
    state: {
      ...state,
      freeAt: startsAt + granted * intervalMs,
      granted: state.granted + granted,
      beganAt: now - state.beganAt >= DAY_MS ? now : state.beganAt,
    },
    answer: { kind: 'go', count: granted, startsAt, intervalMs },
  };
}

/**
 * Gives leave to one mail that a person waits for, before `by`. While editions go out it has the share that
 * they leave free, of the rate and of the day; otherwise the whole rate.
 */
export function reservePersonal(
  state: PaceState,
  { now, by }: { now: number; by: number },
): Step<Leave> {
  const { limits, freeAt } = state;
  if (limits === null) {
    const until = state.askedAt + ASK_AGAIN_MS;
    return { state, answer: { kind: 'wait', limit: 'rate', until } };
  }
  const { maxPerDay, maxPerSecond, sentLast24h } = limits;
  const room = maxPerDay === null ? Infinity : maxPerDay - sentLast24h - state.granted;
  if (room < 1)
    return { state, answer: { kind: 'wait', limit: 'day', until: movesAt(state, now) } };
  const share = freeAt > now ? CONFIRMATION_SHARE : 1;
  const intervalMs = maxPerSecond === null ? 0 : SECOND_MS / (maxPerSecond * share);
  const startsAt = Math.max(now, state.personalFreeAt);
  if (startsAt > by) return { state, answer: { kind: 'wait', limit: 'rate', until: startsAt } };
  return {
    state: { ...state, personalFreeAt: startsAt + intervalMs, granted: state.granted + 1 },
    answer: { kind: 'go', count: 1, startsAt, intervalMs },
  };
}

/** Mails that the day's quota still bears. */
function roomIn({ limits, granted, exhaustedAt }: PaceState, now: number): number {
  if (limits === null || (exhaustedAt !== null && now - exhaustedAt < EXHAUSTED_MS)) return 0;
  const room = roomToday(limits);
  return room === null ? Infinity : room - granted;
}

/** Until when the day's quota is used up, in milliseconds since 1970; null: it is not, or nobody has asked yet. */
export function closedIn(state: PaceState, now: number): number | null {
  return state.limits !== null && roomIn(state, now) < 1 ? movesAt(state, now) : null;
}

/** When the first of our mails of the last day leave the window; what others send from the account is not known. */
function movesAt({ beganAt }: PaceState, now: number): number {
  return Math.max(beganAt + DAY_MS, now + EXHAUSTED_MS);
}

/** The server refused a mail because of the rate. */
export function slower(state: PaceState, now: number): PaceState {
  const rate = rateAt(state, now);
  if (rate === null || (state.slowed !== null && now - state.slowed.at < BURST_MS)) return state;
  return {
    ...state,
    slowed: { perSecond: Math.max(LEAST_PER_SECOND, rate / 2), at: now },
    freeAt: Math.max(state.freeAt, now + BURST_MS),
  };
}

/** The server refused a mail because of the day's quota. */
export function exhausted(state: PaceState, now: number): PaceState {
  return { ...state, exhaustedAt: now };
}

import { killsAtEachStep, type Kill } from './role.ts';
import type { Scenario } from './scenario.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A few hundred where the fault is met often enough, and each costs seconds of waiting or of starting processes. */
const SMALL = 150;
const MEDIUM = 300;
/** So many that each of the faults mixed together is met. */
const MIXED = 600;
/** Enough for fifteen kills at random moments. */
const KILLED = 2_000;
const LARGE = 5_000;
/** Rows of `--full`. */
const HUGE = 50_000;

/** So many planners, one after the other, are killed when they have put a few groups. */
const plannersKilled = (times: number, groupsEach: number): Kill[] =>
  Array.from({ length: times }, () => ({ role: 'plan', step: 'after-plan', nth: groupsEach }));

/** In the order in which it comes to them; the report is told at most once, so only one kill stands between filing and closing. */
const RECONCILER_KILLS: Kill[] = [
  ...['take-over', 'settle', 'record', 'reopen', 'queue'].flatMap((step) => [
    `before-${step}`,
    `after-${step}`,
  ]),
  ...['before-file', 'before-tell', 'before-close', 'after-close'],
].map((step) => ({ role: 'reconcile', step, nth: 1 }));

const EVERY_FAULT = {
  fates: { rejected: 0.01, bounce: 0.01, complaint: 0.0005 },
  ses: {
    faults: {
      ...{ 'error-before': 0.01, 'error-after': 0.01 },
      ...{ 'drop-before': 0.01, 'drop-after': 0.01 },
      ...{ 'silent-before': 0.01, 'silent-after': 0.01 },
    },
  },
  events: { twiceShare: 0.2, afterMs: [0, 30 * MINUTE_MS] },
  table: { throttledShare: 0.02, unansweredShare: 0.02 },
  queue: { twiceShare: 0.1, refusedShare: 0.05 },
  reconcilesAlways: true,
  resumesBraked: true,
} satisfies Partial<Scenario>;

/** Each promise of delivery, and each fault against it. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'none', subscribers: LARGE },

  // The mail server.
  {
    name: 'rate-throttled',
    subscribers: MEDIUM,
    ses: { saysPerSecond: 1_000, takesPerSecond: 50 },
  },
  {
    name: 'day-quota-used-up',
    subscribers: SMALL,
    ses: { saysPerDay: 120, takesPerDay: 120, saysPerSecond: 2_000 },
    reconcileEveryMs: HOUR_MS,
  },
  {
    name: 'day-quota-less-than-told',
    subscribers: SMALL,
    ses: { saysPerDay: 50_000, takesPerDay: 130, saysPerSecond: 2_000 },
    reconcileEveryMs: HOUR_MS,
  },
  {
    name: 'errors-before-accepting',
    subscribers: MEDIUM,
    ses: { faults: { 'error-before': 0.1 } },
    expect: { resent: 1 },
  },
  { name: 'errors-after-accepting', subscribers: MEDIUM, ses: { faults: { 'error-after': 0.1 } } },
  {
    name: 'dropped-before-accepting',
    subscribers: MEDIUM,
    ses: { faults: { 'drop-before': 0.1 } },
    expect: { resent: 1 },
  },
  { name: 'dropped-after-accepting', subscribers: MEDIUM, ses: { faults: { 'drop-after': 0.1 } } },
  {
    name: 'timed-out-before-accepting',
    subscribers: SMALL,
    ses: { faults: { 'silent-before': 0.02 } },
    expect: { resent: 1 },
  },
  {
    name: 'timed-out-after-accepting',
    subscribers: SMALL,
    ses: { faults: { 'silent-after': 0.02 } },
  },
  { name: 'addresses-rejected', subscribers: MEDIUM, fates: { rejected: 0.1 } },

  // What it tells.
  {
    name: 'events-late',
    subscribers: MEDIUM,
    ses: { faults: { 'error-after': 0.1 } },
    events: { afterMs: [0, 55 * MINUTE_MS] },
  },
  {
    name: 'events-twice-and-shuffled',
    subscribers: MEDIUM,
    fates: { bounce: 0.02 },
    ses: { faults: { 'error-after': 0.1 } },
    events: { twiceShare: 0.7, afterMs: [0, 10 * MINUTE_MS] },
    queue: { twiceShare: 0.3 },
  },
  {
    name: 'events-wait-at-our-end',
    subscribers: MEDIUM,
    ses: { faults: { 'error-after': 0.1 } },
    feedbackRestsMs: 5 * HOUR_MS,
  },
  {
    name: 'events-never',
    subscribers: MEDIUM,
    ses: { faults: { 'error-after': 0.1 } },
    events: { lostShare: 1 },
    expect: { duplicates: 'bounded', resent: 1 },
  },
  {
    name: 'events-later-than-settling',
    subscribers: MEDIUM,
    ses: { faults: { 'error-after': 0.1 } },
    events: { afterMs: [90 * MINUTE_MS, 100 * MINUTE_MS] },
    expect: { duplicates: 'bounded', resent: 1 },
  },
  {
    name: 'bounces-before-the-result',
    subscribers: MEDIUM,
    fates: { bounce: 0.03, complaint: 0.02 },
    ses: { answersAfterMs: 40 },
  },
  {
    name: 'bounces-after-the-result',
    subscribers: MEDIUM,
    fates: { bounce: 0.03, complaint: 0.02 },
    ses: { faults: { 'error-after': 0.05 } },
    events: { afterMs: [10 * MINUTE_MS, 50 * MINUTE_MS] },
  },
  {
    name: 'brake',
    subscribers: MEDIUM,
    fates: { bounce: 0.3 },
    ses: { saysPerSecond: 150 },
    resumesBraked: true,
    expect: { brakes: 1 },
  },

  // Processes.
  { name: 'worker-killed-at-each-step', subscribers: MEDIUM, kills: killsAtEachStep('deliver', 2) },
  {
    name: 'worker-killed-at-random',
    subscribers: KILLED,
    randomKills: { roles: ['deliver'], everyMs: [200, 1_500], atMost: 15 },
  },
  { name: 'planner-killed-at-each-step', subscribers: SMALL, kills: killsAtEachStep('plan', 1) },
  { name: 'planner-killed-at-each-page', subscribers: MEDIUM, kills: plannersKilled(4, 1) },
  {
    name: 'planners-at-once-killed',
    subscribers: MEDIUM,
    planners: 2,
    kills: plannersKilled(3, 3),
  },
  {
    name: 'reconciler-killed-at-each-step',
    subscribers: MEDIUM,
    ses: { faults: { 'error-before': 0.05, 'error-after': 0.05 } },
    // What a killed worker had comes again only after the reconciler has taken it over.
    queue: { refusedShare: 0.1, visibilityMs: 2 * HOUR_MS },
    kills: [...killsAtEachStep('deliver', 2), ...RECONCILER_KILLS],
    reconcileEveryMs: 5 * MINUTE_MS,
  },
  {
    name: 'reconciler-killed-while-it-reports',
    subscribers: SMALL,
    kills: ['after-tell', 'before-close'].map((step) => ({ role: 'reconcile', step, nth: 1 })),
  },
  {
    name: 'feedback-killed-at-each-step',
    subscribers: MEDIUM,
    fates: { bounce: 0.02, complaint: 0.01 },
    ses: { faults: { 'error-after': 0.05 } },
    kills: killsAtEachStep('feedback', 1),
  },

  // Clocks, tables, queues, strangers.
  {
    name: 'clocks-differ',
    subscribers: MEDIUM,
    skewMs: [-3 * MINUTE_MS, 3 * MINUTE_MS],
    kills: killsAtEachStep('deliver', 2),
  },
  {
    name: 'clock-jumps',
    subscribers: MEDIUM,
    actions: [
      { what: 'jump', at: 0.2 },
      { what: 'jump', at: 0.5 },
      { what: 'jump', at: 0.8 },
    ],
  },
  { name: 'table-throttles', subscribers: MEDIUM, table: { throttledShare: 0.3 } },
  { name: 'table-answers-lost', subscribers: MEDIUM, table: { unansweredShare: 0.2 } },
  {
    name: 'messages-twice-and-refused',
    subscribers: MEDIUM,
    queue: { twiceShare: 0.5, refusedShare: 0.3 },
  },
  {
    name: 'strange-messages',
    subscribers: MEDIUM,
    actions: [
      { what: 'poison', at: 0.1 },
      { what: 'poison', at: 0.5 },
    ],
  },

  // People.
  {
    name: 'paused-and-resumed',
    subscribers: MEDIUM,
    ses: { saysPerSecond: 60, faults: { 'error-after': 0.05 } },
    actions: [
      { what: 'pause', at: 0.3 },
      { what: 'resume', at: 0.3, afterMs: 2 * HOUR_MS },
    ],
  },
  {
    name: 'cancelled',
    subscribers: MEDIUM,
    ses: { saysPerSecond: 60 },
    actions: [{ what: 'cancel', at: 0.3 }],
    expect: { cancelled: true },
  },
  {
    name: 'left-between-plan-and-send',
    subscribers: MEDIUM,
    actions: [
      { what: 'leave', at: 'planned', share: 0.1 },
      { what: 'erase', at: 'planned', share: 0.1 },
    ],
  },
  {
    name: 'left-while-it-is-sent',
    subscribers: MEDIUM,
    ses: { saysPerSecond: 60 },
    actions: [
      { what: 'leave', at: 0.3, share: 0.2 },
      { what: 'erase', at: 0.5, share: 0.1 },
    ],
  },

  // All of it.
  {
    ...EVERY_FAULT,
    name: 'everything-at-once',
    subscribers: MIXED,
    randomKills: {
      roles: ['deliver', 'plan', 'reconcile', 'feedback'],
      everyMs: [200, 1_500],
      atMost: 12,
    },
  },

  // The bench itself.
  {
    name: 'control-without-claims',
    subscribers: MEDIUM,
    withoutClaims: true,
    queue: { twiceShare: 0.5 },
    // So late that the message of a killed worker is back before its mails are known to be sent.
    events: { afterMs: [40 * MINUTE_MS, 50 * MINUTE_MS] },
    kills: [
      ...killsAtEachStep('deliver', 2),
      ...[1, 2, 3].map((): Kill => ({ role: 'deliver', step: 'before-settle', nth: 1 })),
    ],
    expect: { duplicates: 'some' },
  },
];

/** The rows that `--full` adds. */
export const FULL_SCENARIOS: readonly Scenario[] = [
  { name: 'none-50000', subscribers: HUGE },
  {
    name: 'worker-killed-at-random-50000',
    subscribers: HUGE,
    randomKills: { roles: ['deliver'], everyMs: [2_000, 10_000], atMost: 25 },
  },
  {
    ...EVERY_FAULT,
    name: 'everything-at-once-5000',
    subscribers: LARGE,
    randomKills: {
      roles: ['deliver', 'plan', 'reconcile', 'feedback'],
      everyMs: [200, 1_500],
      atMost: 25,
    },
  },
  {
    ...EVERY_FAULT,
    name: 'everything-at-once-50000',
    subscribers: HUGE,
    randomKills: {
      roles: ['deliver', 'plan', 'reconcile', 'feedback'],
      everyMs: [1_000, 8_000],
      atMost: 40,
    },
  },
];

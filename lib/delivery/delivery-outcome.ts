import type { Doubt, Group, Result } from './group.ts';
import type { Findings } from './ledger.ts';

/**
 * What became of one delivery of a group.
 * sent: the mail server has it. settled: it had its result before, or the mail server had the mail.
 * skipped, failed: it will not be sent. later: certainly not sent, to be tried again. doubtful: it may
 * have been sent, so nobody sends it again on a guess. broken: something Parley stands on failed before
 * anything was sent, to be tried again.
 */
export type DeliveryOutcome = { subscriberId: string } & OutcomeOfOne;
export type OutcomeOfOne =
  | { kind: 'sent'; messageId: string }
  | { kind: 'settled'; state: Result['state']; messageId?: string }
  | { kind: 'skipped' | 'failed' | 'later' | 'doubtful' | 'broken'; reason: string };

/**
 * What became of a group.
 * worked: see each delivery. elsewhere: another worker has it. held: its edition is not being sent
 * at present. waits: nothing can be sent before the day's quota moves, about at the ISO instant `until`.
 * unknown: there is no such group. broken: something Parley stands on failed before
 * anything was sent.
 */
export type GroupOutcome =
  | { kind: 'worked'; deliveries: DeliveryOutcome[] }
  | { kind: 'waits'; until: string; reason: string }
  | { kind: 'elsewhere' | 'held' | 'unknown' | 'broken'; reason: string };

/**
 * Whether the group's message has to come back: not where the group is done with, nor where `resume`, or
 * the reconciler once the day's quota has moved, puts it on the queue again.
 */
export function isUnfinished(outcome: GroupOutcome): boolean {
  if (outcome.kind === 'worked')
    return outcome.deliveries.some(({ kind }) => kind === 'later' || kind === 'broken');
  return outcome.kind !== 'held' && outcome.kind !== 'waits';
}

/** The deliveries of a group that had their result before. */
export function settledOf({ results }: Group): DeliveryOutcome[] {
  return Object.entries(results).map(([subscriberId, { state }]) => ({
    subscriberId,
    kind: 'settled',
    state,
  }));
}

/** What the ledger is to know of these outcomes. */
export function findingsOf(outcomes: readonly DeliveryOutcome[], at: string): Findings {
  const results: Record<string, Result> = {};
  const doubts: Record<string, Doubt> = {};
  for (const { subscriberId, ...outcome } of outcomes) {
    if ('messageId' in outcome && outcome.messageId !== undefined)
      results[subscriberId] = { state: 'sent', at, messageId: outcome.messageId };
    else if (outcome.kind === 'skipped' || outcome.kind === 'failed')
      results[subscriberId] = { state: outcome.kind, at, reason: outcome.reason };
    else if (outcome.kind === 'doubtful')
      doubts[subscriberId] = { since: at, reason: outcome.reason };
  }
  return { results, doubts };
}

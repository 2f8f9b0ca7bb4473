import { randomUUID } from 'node:crypto';
import { deliveryId } from './delivery-id.ts';
import { doubtfulIds, isExpired, type Group, type Result } from './group.ts';
import type { Claims, Deliveries, Findings, Plans } from './ledger.ts';
import type { Mailer } from './mailer.ts';
import { resultByEvents } from './result-by-events.ts';

/**
 * How long the `Send` event of a mail is waited for; what nothing confirms by then is sent again. SES publishes
 * it within seconds as a rule, and states no bound: this one is ours. A backlog at our own end is looked at by itself.
 */
export const SETTLING_MS = 3_600_000;

export interface GroupDeps {
  ledger: Pick<Claims, 'takeOver' | 'settle' | 'record' | 'reopen'> &
    Pick<Plans, 'group'> &
    Pick<Deliveries, 'get'>;
  mailer: Pick<Mailer, 'accepted'>;
  /** Whether all that the mail server told has been taken in. */
  mayReopen: boolean;
  now: () => Date;
}

/**
 * Settles what a group has in doubt: by its events, by what the mail server knows, or, once it has waited for
 * long enough, by letting it out to be sent again. Open deliveries of a worker that died come into doubt first.
 */
export async function reconcileGroup(
  seen: Group,
  deps: GroupDeps,
): Promise<{ group: Group; settled: number; reopened: number }> {
  const group = await takeBack(seen, deps);
  const doubtful = doubtfulIds(group);
  // Who holds the group may be settling its doubts now.
  if (group.claim !== null || doubtful.length === 0) return { group, settled: 0, reopened: 0 };
  const results: Findings['results'] = {};
  const unsent: string[] = [];
  for (const id of doubtful) {
    const found = await whatBecame(id, group, deps);
    if (found === 'unsent') unsent.push(id);
    else if (found !== null) results[id] = found;
  }
  const settled = Object.keys(results).length;
  if (settled > 0) await deps.ledger.record(group, results);
  const isReopened =
    unsent.length > 0 && (await deps.ledger.reopen(group, unsent, deps.now().toISOString()));
  const after = (await deps.ledger.group(group)) ?? group;
  return { group: after, settled, reopened: isReopened ? unsent.length : 0 };
}

/** Ends the claim of a worker that died. */
async function takeBack(group: Group, { ledger, now }: GroupDeps): Promise<Group> {
  if (group.claim === null || !isExpired(group.claim, now())) return group;
  const claim = { id: randomUUID(), at: now().toISOString() };
  const answer = await ledger.takeOver(group, claim);
  if (answer?.claimed === true) await ledger.settle(group, claim.id, { results: {}, doubts: {} });
  return (await ledger.group(group)) ?? group;
}

/** Null: nobody knows yet. */
async function whatBecame(
  subscriberId: string,
  group: Group,
  { ledger, mailer, mayReopen, now }: GroupDeps,
): Promise<Result | 'unsent' | null> {
  const key = { editionId: group.editionId, subscriberId };
  const told = await resultByEvents(key, group, ledger);
  if (told !== null) return told;
  const taken = (await mailer.accepted?.(deliveryId(key)).catch(() => null)) ?? null;
  if (taken === 'no') return 'unsent';
  if (taken !== null) return { state: 'sent', at: now().toISOString(), ...taken };
  const since = Date.parse(group.doubts[subscriberId]?.since ?? '');
  return mayReopen && now().getTime() - since >= SETTLING_MS ? 'unsent' : null;
}

import { doubtfulIds, isFinished, openIds, type Group, type Result } from './group.ts';
import type { Plans } from './ledger.ts';
import { reconcileGroup, type GroupDeps } from './reconcile-group.ts';

/** What a person found in the mail server's log about deliveries in doubt. */
export interface Word {
  as: 'sent' | 'unsent';
  /** Subscribers whom it is about; null: everybody in doubt. */
  ids: ReadonlySet<string> | null;
  /** Who says so, for the record of what is sent by it. */
  by: string;
}

export interface HandDeps extends Omit<GroupDeps, 'mayReopen' | 'ledger'> {
  ledger: GroupDeps['ledger'] & Pick<Plans, 'groups'>;
}

/** What became of the deliveries in doubt, by subscriber id. */
export interface SettledByHand {
  /** By the person's word. */
  settled: string[];
  /** Number that had its result after all: the mail server, or a copy of the mail, told it. */
  known: number;
  /** Left in doubt, because a run works on their group. */
  busy: string[];
  /** Of the ids that were named: not in doubt. */
  notInDoubt: string[];
  /** Deliveries that a run has claimed and that have no result yet: in doubt later, if it died. */
  claimed: { count: number; since: string } | null;
}

/**
 * Settles deliveries in doubt by the word of a person: sent, or unsent, which lets them out to be sent again. What
 * is known without that person counts first, and nothing changes where a run holds the group. Again: nothing is left to do.
 */
export async function settleByHand(
  editionId: string,
  word: Word,
  deps: HandDeps,
): Promise<SettledByHand> {
  const done: SettledByHand = { settled: [], known: 0, busy: [], notInDoubt: [], claimed: null };
  for await (const seen of deps.ledger.groups(editionId)) {
    if (isFinished(seen)) continue;
    const { group, settled } = await reconcileGroup(seen, { ...deps, mayReopen: false });
    done.known += settled;
    noteClaim(group, done);
    const chosen = doubtfulIds(group).filter((id) => word.ids?.has(id) ?? true);
    if (chosen.length === 0) continue;
    const isSettled = await settle(group, chosen, word, deps);
    (isSettled ? done.settled : done.busy).push(...chosen);
  }
  const met = new Set([...done.settled, ...done.busy]);
  done.notInDoubt = [...(word.ids ?? [])].filter((id) => !met.has(id));
  return done;
}

/** False where a run holds the group. */
async function settle(
  group: Group,
  chosen: string[],
  { as, by }: Word,
  { ledger, now }: HandDeps,
): Promise<boolean> {
  if (group.claim !== null) return false;
  const at = now().toISOString();
  if (as === 'unsent') return ledger.reopen(group, chosen, at);
  const sent: Result = { state: 'sent', at, messageId: 'unknown', reason: `by the word of ${by}` };
  await ledger.record(group, Object.fromEntries(chosen.map((id) => [id, sent])));
  return true;
}

function noteClaim(group: Group, done: SettledByHand): void {
  const count = group.claim === null ? 0 : openIds(group).length;
  if (group.claim === null || count === 0) return;
  const before = done.claimed;
  const since = before === null || group.claim.at > before.since ? group.claim.at : before.since;
  done.claimed = { count: count + (before?.count ?? 0), since };
}

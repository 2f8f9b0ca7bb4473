import type { Edition } from '#lib/edition/edition.ts';
import { catchUp } from './begin-sending.ts';
import { hasBegun, type EditionHead } from './edition-head.ts';
import type { EditionHeads } from './ledger.ts';

export interface ApproveDeps {
  ledger: Pick<EditionHeads, 'head' | 'begin' | 'changeState' | 'repin'>;
  /** Who approves, for the record. */
  by: string;
  now: () => Date;
}

export interface ApproveOptions {
  /** Until when the sending may begin, where the record does not say it: nobody has asked for an approval yet. */
  startBy: Date;
  /** A person wants it sent all the same. */
  evenIfLate?: boolean;
}

/**
 * approved: its sending begins. standing: it had begun, or was cancelled, before. late: it should have begun by
 * `startBy`. replaced: it was composed again at this moment.
 */
export type ApproveOutcome =
  | { kind: 'approved' | 'standing'; head: EditionHead }
  | { kind: 'late'; startBy: Date }
  | { kind: 'replaced' };

/**
 * Approves an edition: exactly the content that the person has seen. Nothing is planned here: whoever
 * plans finds it in the record. Again: nothing changes.
 * @param edition as it stands in the store
 */
export async function approve(
  edition: Edition,
  deps: ApproveDeps,
  { startBy: untilThen, evenIfLate = false }: ApproveOptions,
): Promise<ApproveOutcome> {
  const { ledger, by, now } = deps;
  const { id: editionId, contentHash } = edition;
  const head = await ledger.head(editionId);
  if (head !== null && hasBegun(head)) return { kind: 'standing', head };
  const startBy = head?.startBy === undefined ? untilThen : new Date(head.startBy);
  if (!evenIfLate && now() > startBy) return { kind: 'late', startBy };
  const at = now().toISOString();
  if (head === null) {
    const opening = { state: 'sending', by, since: at, begunAt: at, reason: null } as const;
    await ledger.begin({ editionId, contentHash, ...opening, startBy: startBy.toISOString() });
  } else {
    await catchUp(edition, head, ledger);
    const change = { to: 'sending', by, at, reason: null, contentHash } as const;
    await ledger.changeState(editionId, change, ['planned']);
  }
  const after = await ledger.head(editionId);
  if (after === null || !hasBegun(after) || after.contentHash !== contentHash)
    return { kind: 'replaced' };
  const isOurs = after.by === by && after.since === at;
  return { kind: isOurs ? 'approved' : 'standing', head: after };
}

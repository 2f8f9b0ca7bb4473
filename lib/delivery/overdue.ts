import type { EditionHead } from './edition-head.ts';
import type { EditionHeads } from './ledger.ts';

/** Who notes it, in the edition's head. */
const CUT_OFF = 'cut-off';

/** Whether an edition waits for a person although its sending may no longer begin, and nobody has noted it yet. */
export function isOverdue({ state, startBy, by }: EditionHead, now: Date): boolean {
  const isPast = startBy !== undefined && now > new Date(startBy);
  return state === 'planned' && isPast && by !== CUT_OFF;
}

/** Notes that an edition is too late, so that it is told once. It can still be approved by force. */
export async function noteOverdue(
  { editionId, startBy, reason }: EditionHead,
  { ledger, now }: { ledger: Pick<EditionHeads, 'changeState'>; now: () => Date },
): Promise<void> {
  const late = `its sending should have begun by ${startBy}`;
  const why = reason === null ? late : `${late}; ${reason}`;
  const change = { to: 'planned', by: CUT_OFF, at: now().toISOString(), reason: why } as const;
  await ledger.changeState(editionId, change, ['planned']);
}

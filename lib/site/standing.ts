import type { EditionState } from '#lib/delivery/edition-head.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';

/** How an edition stands to the public. */
export interface Standing {
  isPublic: boolean;
  /** Whether it stays so, whatever happens. */
  isFinal: boolean;
  /** The content that was mailed: an edition of other content is not shown. */
  contentHash: string;
  /** ISO instant at which its delivery was begun. */
  begunAt: string;
}

const UNKNOWN: Standing = { isPublic: false, isFinal: false, contentHash: '', begunAt: '' };

/** Whether a state alone tells that an edition is public; a cancelled one is where somebody has it. */
const IS_PUBLIC: Readonly<Record<EditionState, boolean | null>> = {
  planned: false,
  sending: true,
  paused: true,
  closed: true,
  cancelled: null,
};

/** Public is what was mailed or is being mailed; not what awaits approval, or was cancelled before the first mail. */
export async function standingOf(
  editionId: string,
  ledger: Pick<Ledger, 'head' | 'groups'>,
): Promise<Standing> {
  const head = await ledger.head(editionId);
  if (head === null) return UNKNOWN;
  const { state, contentHash, begunAt } = head;
  const isPublic = IS_PUBLIC[state] ?? (await wasMailed(editionId, ledger));
  // A closed edition may be opened again by a later round; it stays public.
  const isFinal = isPublic && (state === 'closed' || state === 'cancelled');
  return { isPublic, isFinal, contentHash, begunAt };
}

/** Whether anybody has the edition, or may have it. */
async function wasMailed(editionId: string, ledger: Pick<Ledger, 'groups'>): Promise<boolean> {
  for await (const { results, doubts } of ledger.groups(editionId)) {
    const isSent = Object.values(results).some(({ state }) => state === 'sent');
    if (isSent || Object.keys(doubts).length > 0) return true;
  }
  return false;
}

import type { EditionHead } from './edition-head.ts';
import type { EditionHeads } from './ledger.ts';

/** How long a worker takes an edition for going out without looking again. */
export const HEAD_KEPT_MS = 1_000;

/**
 * Looks at the heads of editions before each group, without a read for each. Only that an edition is
 * being sent is remembered, and only for `HEAD_KEPT_MS`: who is told that it is not drops the group, so
 * that has to be true.
 */
export class HeadWatch {
  private readonly seen = new Map<string, { head: EditionHead; at: number }>();

  constructor(
    private readonly heads: Pick<EditionHeads, 'head'>,
    private readonly now: () => Date,
  ) {}

  /** The head as it is, or as it was at most `HEAD_KEPT_MS` ago if it was being sent then. */
  async head(editionId: string): Promise<EditionHead | null> {
    const at = this.now().getTime();
    const seen = this.seen.get(editionId);
    if (seen !== undefined && Math.abs(at - seen.at) < HEAD_KEPT_MS) return seen.head;
    const head = await this.heads.head(editionId);
    this.seen.delete(editionId);
    if (head?.state === 'sending') this.seen.set(editionId, { head, at });
    return head;
  }
}

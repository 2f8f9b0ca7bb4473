import { editionId, type Edition, type EditionStore, type Slot } from '#lib/edition/edition.ts';

/** Editions that go out at once are few; each is some 150 kB. */
const EDITIONS_KEPT = 4;

/** Editions that a worker has read: it needs the same one for each group. */
export class EditionShelf {
  /** By id, the newest last. */
  private readonly kept = new Map<string, Edition>();

  constructor(private readonly store: Pick<EditionStore, 'get'>) {}

  /** The edition of the slot: without a read where the one with this content was read before. */
  async get(slot: Slot, contentHash: string): Promise<Edition | null> {
    const id = editionId(slot);
    const kept = this.kept.get(id);
    if (kept?.contentHash === contentHash) return kept;
    const edition = await this.store.get(slot);
    this.kept.delete(id);
    if (edition !== null) this.kept.set(id, edition);
    const [oldest] = this.kept.keys();
    if (this.kept.size > EDITIONS_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return edition;
  }
}

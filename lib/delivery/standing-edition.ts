import type { Edition, EditionStore } from '#lib/edition/edition.ts';
import type { EditionHeads, Plans } from './ledger.ts';

export interface StandingDeps {
  editions: Pick<EditionStore, 'get'>;
  ledger: Pick<EditionHeads, 'head' | 'repin'> & Pick<Plans, 'rounds'>;
}

/** The slot's edition is not the one whose delivery has begun. */
export class EditionChangedError extends Error {
  override readonly name = 'EditionChangedError';
  constructor(editionId: string) {
    super(
      `${editionId} is not the edition whose delivery has begun: its content differs; ` +
        'put the edition before back (its file, or its version in the bucket) and send again',
    );
  }
}

/** Reads while others compose the edition again. */
const ATTEMPTS = 5;

/**
 * The edition that goes out once its sending has begun, and of which the record is. Whoever began it may have
 * read it before it was composed again: as long as no round is open nobody can have been mailed what stood
 * before, and the record is brought to the revision that stands.
 * @throws EditionChangedError where another edition stands than the one that somebody may have
 */
export async function standingEdition(edition: Edition, deps: StandingDeps): Promise<Edition> {
  const { editions, ledger } = deps;
  const { id, topicId, slot } = edition;
  for (let i = 0; i < ATTEMPTS; i++) {
    const head = await ledger.head(id);
    const standing = (await editions.get({ topicId, date: slot })) ?? edition;
    if (head === null || head.contentHash === standing.contentHash) return standing;
    // Read after the edition: a round that is opened later delivers what stands, or nothing.
    const isOpen = (await ledger.rounds(id)).length > 0;
    if (isOpen || standing.revision === undefined) break;
    await ledger.repin(id, head.contentHash, standing.contentHash, ['sending', 'paused']);
  }
  throw new EditionChangedError(id);
}

import { isDeepStrictEqual } from 'node:util';
import { compose, type ComposeDeps, type ComposeOutcome } from './compose.ts';
import { draftEdition } from './draft-edition.ts';
import { revisionNumber, type Edition, type Revision, type Slot } from './edition.ts';
import { isBegun, letReplace, type Sending } from './sending.ts';

export interface RecomposeDeps extends ComposeDeps {
  sending: Sending;
}

/**
 * replaced: the edition was made anew and stands in the place of the one before. same: made anew it
 * says the same, so that nothing was written. begun: somebody may have it already, so it stays.
 * overtaken: somebody else replaced it meanwhile, and theirs stands. As `compose` where there was none.
 */
export type RecomposeOutcome =
  ComposeOutcome | { kind: 'replaced' | 'same' | 'begun' | 'overtaken'; edition: Edition };

/**
 * Makes the edition of a slot again, of the articles and notes of now, and replaces the one that
 * stands, as long as its sending has not begun.
 * @throws DependencyError where a store fails
 */
export async function recompose(
  slot: Slot,
  now: Date,
  deps: RecomposeDeps,
): Promise<RecomposeOutcome> {
  const { editions, sending } = deps;
  const standing = await editions.get(slot);
  if (standing === null) return compose(slot, now, deps);
  if (await isBegun(standing.id, sending)) return { kind: 'begun', edition: standing };
  const draft = await draftEdition(slot, now, { ...deps, isWanted: true });
  if (draft.kind !== 'drafted') return draft;
  if (saysTheSame(draft.edition, standing)) return { kind: 'same', edition: standing };
  return replace(standing, draft.edition, deps);
}

/**
 * Making an edition takes seconds, in which its sending may have begun: asked before the replacement,
 * and again after it. What began between the two is given the edition back that it sends; until then
 * deliveries wait, since each is of the content that its sending began with.
 */
async function replace(
  standing: Edition,
  drafted: Edition,
  { editions, sending }: RecomposeDeps,
): Promise<RecomposeOutcome> {
  if (await isBegun(standing.id, sending)) return { kind: 'begun', edition: standing };
  const { edition } = await editions.replace(revisionOf(drafted, standing));
  // Not by the store's answer: a write that is repeated after a lost answer finds itself standing.
  if (!saysTheSame(edition, drafted)) return { kind: 'overtaken', edition };
  if (await letReplace(edition.id, edition.contentHash, sending))
    return { kind: 'replaced', edition };
  const restored = (await editions.replace(revisionOf(standing, edition))).edition;
  // A sending that began with what stood before may have gone over to the replacement meanwhile.
  if ((await sending.head(edition.id))?.contentHash !== edition.contentHash)
    return { kind: 'begun', edition: restored };
  const again = await editions.replace(revisionOf(edition, restored));
  return { kind: 'replaced', edition: again.edition };
}

/** To its readers, and of what it was made. */
function saysTheSame(a: Edition, b: Edition): boolean {
  return a.contentHash === b.contentHash && isDeepStrictEqual(a.record, b.record);
}

function revisionOf(edition: Edition, standing: Edition): Revision {
  const revision = { number: revisionNumber(standing) + 1, replaces: standing.contentHash };
  return { ...edition, revision };
}

import { draftEdition, type DraftDeps, type NoDraft } from './draft-edition.ts';
import type { Edition, EditionStore, Slot } from './edition.ts';

export interface ComposeDeps extends DraftDeps {
  editions: EditionStore;
}

/**
 * frozen: made now. exists: the slot had its edition already, which is given back unchanged.
 * For the others see `NoDraft`.
 */
export type ComposeOutcome = { kind: 'frozen' | 'exists'; edition: Edition } | NoDraft;

/**
 * Makes the edition of a slot and freezes it. One slot, one edition: of callers at once the first to
 * freeze wins, and all get the same.
 * @throws DependencyError where a store fails
 */
export async function compose(slot: Slot, now: Date, deps: ComposeDeps): Promise<ComposeOutcome> {
  const standing = await deps.editions.get(slot);
  if (standing !== null) return { kind: 'exists', edition: standing };
  const draft = await draftEdition(slot, now, deps);
  if (draft.kind !== 'drafted') return draft;
  const { frozen, edition } = await deps.editions.freeze(draft.edition);
  return { kind: frozen ? 'frozen' : 'exists', edition };
}

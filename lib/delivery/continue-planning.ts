import { slotOf } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { foretellEdition, type BeginDeps } from './begin-sending.ts';
import type { EditionHead } from './edition-head.ts';
import { plan, type PlanReport } from './plan.ts';
import { EditionChangedError, standingEdition } from './standing-edition.ts';

export interface ContinueDeps extends Omit<BeginDeps, 'ask'> {
  topic: Topic;
}

/** Whoever plans is given so long: the compose function is ended after five minutes. */
const PLANNING_MS = 600_000;

/**
 * Plans an edition that goes out and that nobody is planning: it was approved since, or whoever planned it was
 * killed. What the quota makes of it is foretold for the record; who approved it has seen it.
 * @returns null where there is nothing to plan
 * @throws EditionChangedError where the edition that stands is not the one that goes out
 */
export async function continuePlanning(
  head: EditionHead,
  deps: ContinueDeps,
): Promise<PlanReport | null> {
  const { editionId, state } = head;
  const rounds = await deps.ledger.rounds(editionId);
  const now = deps.now().getTime();
  const isLeft = rounds.some(
    ({ planned, startedAt }) => planned === null && now - Date.parse(startedAt) > PLANNING_MS,
  );
  if (state !== 'sending' || (rounds.length > 0 && !isLeft)) return null;
  const slot = slotOf(editionId);
  const found = slot === null ? null : await deps.editions.get(slot);
  if (found === null) throw new EditionChangedError(editionId);
  const edition = await standingEdition(found, deps);
  const foretell = () => foretellEdition(edition, deps.topic, deps);
  return plan(edition, { ...deps, foretell });
}

import type { Analyst } from '#lib/edition/analyst/analyst.ts';
import { compose, type ComposeDeps, type ComposeOutcome } from '#lib/edition/compose.ts';
import type { EditionStore, Slot } from '#lib/edition/edition.ts';
import { recompose, type RecomposeOutcome } from '#lib/edition/recompose.ts';
import type { Stores } from '#lib/stores.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { loadBrand } from './load-brand.ts';
import type { Session } from './session.ts';

/** Composes the edition of a slot with the stores of this machine, showing progress. */
export async function composeEdition(
  session: Session,
  stores: Stores,
  topic: Topic,
  slot: Slot,
  analyst?: Analyst,
): Promise<ComposeOutcome> {
  const deps = await composeDeps(session, stores, topic);
  return compose(slot, session.settings.now, { ...deps, analyst });
}

/** The same again, in the place of an edition whose sending has not begun. */
export async function recomposeEdition(
  session: Session,
  stores: Stores,
  topic: Topic,
  slot: Slot,
  analyst?: Analyst,
): Promise<RecomposeOutcome> {
  const deps = await composeDeps(session, stores, topic);
  const sending = stores.ledger;
  return recompose(slot, session.settings.now, { ...deps, analyst, sending });
}

/** What composing needs, on this machine. */
export async function composeDeps(
  { progress }: Session,
  stores: Stores,
  topic: Topic,
): Promise<ComposeDeps> {
  return {
    ...stores,
    topic,
    brand: await loadBrand(),
    onProgress: (done, of) => progress.step('articles analysed:', done, of),
  };
}

/** The same stores, but every slot looks free and stays so: what the edition would be if it were made now. */
export function composingAnew(stores: Stores): Stores {
  const trial = withoutFreezing(stores);
  return { ...trial, editions: { ...trial.editions, get: () => Promise.resolve(null) } };
}

/** The same stores, but an edition that is composed with them is not kept: the slot stays free. */
export function withoutFreezing(stores: Stores): Stores {
  const { editions } = stores;
  const trial: EditionStore = {
    get: (slot) => editions.get(slot),
    before: (slot) => editions.before(slot),
    slots: (topicId) => editions.slots(topicId),
    list: (topicId) => editions.list(topicId),
    freeze: (edition) => Promise.resolve({ frozen: true, edition }),
    replace: (edition) => Promise.resolve({ replaced: true, edition }),
  };
  return { ...stores, editions: trial };
}

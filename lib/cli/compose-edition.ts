import { compose, type ComposeOutcome } from '#lib/edition/compose.ts';
import type { EditionStore, Slot } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { loadBrand } from './load-brand.ts';
import type { Session } from './session.ts';

/** Composes the edition of a slot with the stores of this machine, showing progress. */
export async function composeEdition(
  { settings, progress }: Session,
  stores: LocalStores,
  topic: Topic,
  slot: Slot,
): Promise<ComposeOutcome> {
  return compose(slot, settings.now, {
    ...stores,
    topic,
    brand: await loadBrand(),
    onProgress: (done, of) => progress.step('articles analysed:', done, of),
  });
}

/** The same stores, but every slot looks free and stays so: what the edition would be if it were made now. */
export function composingAnew(stores: LocalStores): LocalStores {
  const trial = withoutFreezing(stores);
  return { ...trial, editions: { ...trial.editions, get: () => Promise.resolve(null) } };
}

/** The same stores, but an edition that is composed with them is not kept: the slot stays free. */
export function withoutFreezing(stores: LocalStores): LocalStores {
  const { editions } = stores;
  const trial: EditionStore = {
    get: (slot) => editions.get(slot),
    before: (slot) => editions.before(slot),
    list: (topicId) => editions.list(topicId),
    freeze: (edition) => Promise.resolve({ frozen: true, edition }),
  };
  return { ...stores, editions: trial };
}

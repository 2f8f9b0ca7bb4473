import type { Slot } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition } from '../compose-edition.ts';
import { composeFaults } from '../edition-summary.ts';
import { laterArticles } from '../later-articles.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withRemoteStores } from '../with-stores.ts';
import { planOnStack } from './plan-on-stack.ts';

/** Composes the slot's edition on a stack if it has none, and lets the stack mail it to who has not got it yet. */
export async function sendOnStack(
  session: Session,
  stack: string,
  topic: Topic,
  slot: Slot,
): Promise<Report> {
  return withRemoteStores(stack, async (stores) => {
    const outcome = await composeEdition(session, stores, topic, slot);
    if (!('edition' in outcome)) return notComposed(slot, outcome);
    const { edition, kind } = outcome;
    const { data, lines, problems } = await planOnStack(session, stores, edition, 'audience');
    return {
      data: { slot, edition: { id: edition.id, outcome: kind }, ...Object(data) },
      lines: [
        ...(kind === 'frozen' ? [`${formatSlot(slot)}: composed and frozen`] : []),
        ...lines,
        ...(kind === 'exists' ? await laterArticles(session, stores, topic, edition) : []),
      ],
      problems: [...composeFaults(outcome), ...problems],
    };
  });
}

import { formatCounts } from '#lib/delivery/count-deliveries.ts';
import type { Slot } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition } from '../compose-edition.ts';
import { composeFaults } from '../edition-summary.ts';
import { laterArticles } from '../later-articles.ts';
import type { MailOptions } from '../mail-options.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withLocalStores } from '../with-stores.ts';
import { deliverEdition } from './deliver-edition.ts';
import { holdForApproval } from './hold-for-approval.ts';
import { lateness } from './lateness.ts';

/** Composes the slot's edition if it has none, and mails it to who has not got it yet. */
export async function sendToSubscribers(
  session: Session,
  topic: Topic,
  slot: Slot,
  options: MailOptions,
): Promise<Report> {
  return withLocalStores(session, async (stores) => {
    const outcome = await composeEdition(session, stores, topic, slot);
    if (!('edition' in outcome)) return notComposed(slot, outcome);
    const { edition } = outcome;
    const held = await holdForApproval(session, stores, topic, edition, options);
    if (held !== null) return held;
    const isFirst = !(await stores.ledger.hasBegun(edition.id));
    const late = isFirst ? lateness(topic, slot.date, session.settings.now) : [];
    const sent = await deliverEdition(session, stores, edition, options);
    const { problems, ...counts } = sent.report;
    const whereTo = counts.outcomes.sent > 0 ? [`  ${sent.whereTo}`] : [];
    return {
      data: {
        slot,
        edition: { id: edition.id, outcome: outcome.kind },
        ...counts,
        problems,
      },
      lines: [
        ...(outcome.kind === 'frozen' ? [`${formatSlot(slot)}: composed and frozen`] : []),
        sent.summary,
        ...(counts.outcomes.sent > 0 ? late : []),
        ...whereTo,
        ...(counts.outcomes.sent > 0 ? [`  in all: ${formatCounts(counts.deliveries)}`] : []),
        ...(outcome.kind === 'exists' ? await laterArticles(session, stores, topic, edition) : []),
      ],
      problems: [...composeFaults(outcome), ...sent.problems],
    };
  });
}

import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { sendEdition, type SendReport } from '#lib/local/send-edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition } from '../compose-edition.ts';
import { countDeliveries, formatCounts, type DeliveryCounts } from '../delivery-counts.ts';
import { deliverDeps, type MailOptions } from '../mail-options.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { count } from '../table.ts';
import { withStores } from '../with-stores.ts';

/** Composes the slot's edition if it has none, and mails it to who has not got it yet. */
export async function sendToSubscribers(
  session: Session,
  topic: Topic,
  slot: Slot,
  options: MailOptions,
): Promise<Report> {
  return withStores(session, async (stores) => {
    const outcome = await composeEdition(session, stores, topic, slot);
    if (!('edition' in outcome)) return notComposed(slot, outcome);
    const { edition } = outcome;
    const sent = await deliverEdition(session, stores, edition, options);
    const { problems, ...counts } = sent.report;
    return {
      data: {
        slot,
        edition: { id: edition.id, outcome: outcome.kind },
        ...counts,
        deliveries: sent.deliveries,
        problems,
      },
      lines: [
        ...(outcome.kind === 'frozen' ? [`${formatSlot(slot)}: composed and frozen`] : []),
        ...sent.lines,
      ],
      problems: sent.problems,
    };
  });
}

/** What came of mailing an edition. */
export interface Sent {
  report: SendReport;
  /** All deliveries of the edition, of this and earlier runs. */
  deliveries: DeliveryCounts;
  lines: string[];
  problems: string[];
}

/** Mails an edition to who has not got it yet, showing progress. */
export async function deliverEdition(
  session: Session,
  stores: LocalStores,
  edition: Edition,
  options: MailOptions,
): Promise<Sent> {
  const report = await sendEdition(edition, {
    ...(await deliverDeps(session, stores, options)),
    onProgress: (done) => session.progress.step('deliveries:', done),
  });
  const deliveries = await countDeliveries(stores.ledger.list(edition.id));
  const faults = report.problems.filter(({ kind }) => kind !== 'skipped');
  return {
    report,
    deliveries,
    lines: [summary(edition, report, deliveries), ...whereTo(report, stores, options)],
    problems: faults.map(
      ({ subscriberId, ...rest }) =>
        `subscriber ${subscriberId}: ${rest.kind}${'reason' in rest ? `: ${rest.reason}` : ''}`,
    ),
  };
}

function whereTo({ outcomes }: SendReport, stores: LocalStores, { smtp }: MailOptions): string[] {
  if (outcomes.sent === 0) return [];
  return [smtp ? `  through ${smtp.host}:${smtp.port}` : `  in ${stores.outbox.folder}`];
}

function summary(
  edition: Edition,
  { planned, outcomes }: SendReport,
  deliveries: DeliveryCounts,
): string {
  const name = formatSlot({ topicId: edition.topicId, date: edition.slot });
  if (planned === 0) return `nothing to send: ${edition.topicId} has no active subscriber`;
  if (outcomes.settled === planned)
    return `nothing to send: all ${count(planned, 'delivery', 'deliveries')} of ${name} are settled: ${formatCounts(deliveries)}`;
  const kinds = ['sent', 'skipped', 'failed', 'later', 'doubtful', 'broken'] as const;
  const parts = kinds.flatMap((kind) => (outcomes[kind] > 0 ? [`${outcomes[kind]} ${kind}`] : []));
  const before = outcomes.settled > 0 ? `, ${outcomes.settled} settled before` : '';
  return `${name}: ${parts.join(', ')}${before}`;
}

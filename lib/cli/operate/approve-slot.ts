import { approve, type ApproveOutcome } from '#lib/delivery/approve.ts';
import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
import { latestStart } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import type { MailOptions } from '../mail-options.ts';
import type { Report } from '../report.ts';
import { deliverEdition } from '../send/deliver-edition.ts';
import type { Session } from '../session.ts';
import { withLocalStores, withRemoteStores } from '../with-stores.ts';

export interface ApproveOptions extends MailOptions {
  /** Also where its sending should have begun long ago. */
  late?: boolean;
}

/** Approves the edition of a slot: this machine mails it at once, a stack within minutes. */
export function approveSlot(
  session: Session,
  topic: Topic,
  date: string,
  options: ApproveOptions,
): Promise<Report> {
  const slot = { topicId: topic.id, date };
  const { remote } = session.settings;
  if (remote !== null)
    return withRemoteStores(remote, (stores) =>
      approving(session, stores, topic, slot, options, async () => ({
        lines: ['  the stack begins to mail it within five minutes'],
        problems: [],
      })),
    );
  return withLocalStores(session, (stores) =>
    approving(session, stores, topic, slot, options, async (edition) => {
      const { summary, problems } = await deliverEdition(session, stores, edition, options);
      return { lines: [summary], problems };
    }),
  );
}

async function approving(
  { settings: { now } }: Session,
  { editions, ledger }: Stores,
  topic: Topic,
  slot: Slot,
  { late = false }: ApproveOptions,
  mail: (edition: Edition) => Promise<Pick<Report, 'lines' | 'problems'>>,
): Promise<Report> {
  const name = formatSlot(slot);
  const edition = await editions.get(slot);
  if (edition === null)
    return { data: { slot }, lines: [], problems: [`${name} has no edition to approve`] };
  const startBy = latestStart(topic.schedule, slot.date);
  const deps = { ledger, by: 'parley approve', now: () => now };
  const outcome = await approve(edition, deps, { startBy, evenIfLate: late });
  const data = { slot, ...outcome };
  if (outcome.kind !== 'approved') return { data, ...notApproved(name, outcome) };
  const { lines, problems } = await mail(edition);
  return { data, lines: [`${name} is approved`, ...lines], problems };
}

function notApproved(
  name: string,
  outcome: Exclude<ApproveOutcome, { kind: 'approved' }>,
): Pick<Report, 'lines' | 'problems'> {
  if (outcome.kind === 'late') {
    const since = `its sending should have begun by ${outcome.startBy.toISOString()}`;
    return { lines: [], problems: [`${name}: ${since}; --late approves it all the same`] };
  }
  if (outcome.kind === 'replaced')
    return {
      lines: [],
      problems: [`${name} was composed again just now: look at it, then approve`],
    };
  const { state, since, by } = outcome.head;
  const standing = `${name} is ${state} since ${since}, by ${by}`;
  return state === 'cancelled'
    ? { lines: [], problems: [`cannot approve: ${standing}`] }
    : { lines: [`${standing}: it is approved already`], problems: [] };
}

import type { Command } from 'commander';
import { countDeliveries, type DeliveryCounts } from '#lib/delivery/count-deliveries.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { reconcileEdition } from '#lib/local/reconcile-edition.ts';
import type { Stores } from '#lib/stores.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { chooseSlot, formatSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { slotStatus } from '../status/slot-status.ts';
import { storeStatus } from '../status/store-status.ts';
import { watchSlot } from '../status/watch-slot.ts';
import { UsageError } from '../usage-error.ts';
import { withLocalStores, withRemoteStores } from '../with-stores.ts';

/** `parley status`: what is kept, what was sent, what is doubtful. */
export function addStatus(program: Command, runner: Runner): void {
  program
    .command('status')
    .description('show what is kept, which editions there are, and what became of their deliveries')
    .argument('[slot]', 'scheduled date of one edition, to show all about it', parseSlotDate)
    .option('--topic <id>', 'topic of that edition')
    .option('--watch', 'show it anew every two seconds, until every delivery is settled')
    .addHelpText(
      'after',
      examples(
        ['parley status', 'everything, in short'],
        ['parley status 2026-11-16', 'one edition, with each delivery that is not sent'],
        ['parley status 2026-11-16 --watch', 'how its sending goes on'],
      ),
    )
    .action((date: string | undefined, options: StatusOptions, command: Command) =>
      runner.run(command, (session) => showStatus(session, date, options)),
    );
}

interface StatusOptions {
  topic?: string;
  watch?: boolean;
}

async function showStatus(
  session: Session,
  date: string | undefined,
  options: StatusOptions,
): Promise<Report> {
  if (options.watch && date === undefined)
    throw new UsageError('--watch follows one edition: say which, such as 2026-11-16');
  const { settings } = session;
  const known = await loadTopics(settings);
  const topics = options.topic === undefined ? known.topics : [chooseTopic(known, options.topic)];
  const show = (stores: Stores, settle: Settle) =>
    date === undefined
      ? storeStatus(settings, topics, stores)
      : showSlot(session, stores, chooseTopic(known, options.topic), date, settle, options);
  if (settings.remote !== null)
    return withRemoteStores(settings.remote, (stores) => show(stores, async () => []));
  return withLocalStores(session, (stores) =>
    show(stores, (id) => reconcileEdition(id, stores, 'parley status', () => settings.now)),
  );
}

/** Brings an edition to its end where nobody else does; returns what went wrong. */
type Settle = (editionId: string) => Promise<string[]>;

async function showSlot(
  session: Session,
  stores: Stores,
  topic: Topic,
  date: string,
  settle: Settle,
  { watch = false }: StatusOptions,
): Promise<Report> {
  const { now } = session.settings;
  const slot = { topicId: topic.id, date };
  const edition = await stores.editions.get(slot);
  if (edition === null) {
    // An edition of an earlier schedule is shown; a date that never was a slot is a slip.
    chooseSlot(topic, date, now);
    return { data: { slot, edition }, lines: [`${formatSlot(slot)} has no edition`], problems: [] };
  }
  const look = () => lookAt(edition, topic, stores, settle, now);
  return watch ? watchSlot(session, look) : (await look()).report;
}

async function lookAt(
  edition: Edition,
  topic: Topic,
  stores: Stores,
  settle: Settle,
  now: Date,
): Promise<{ report: Report; deliveries: DeliveryCounts }> {
  const problems = await settle(edition.id);
  const report = await slotStatus(edition, topic, stores, now);
  const deliveries = await countDeliveries(stores.ledger.list(edition.id), now);
  return { report: { ...report, problems: [...report.problems, ...problems] }, deliveries };
}

import type { Command } from 'commander';
import { countDeliveries } from '#lib/delivery/count-deliveries.ts';
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
import { withStores } from '../with-stores.ts';

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
  { topic: topicId, watch = false }: StatusOptions,
): Promise<Report> {
  if (watch && date === undefined)
    throw new UsageError('--watch follows one edition: say which, such as 2026-11-16');
  const known = await loadTopics(session.settings);
  const topics = topicId === undefined ? known.topics : [chooseTopic(known, topicId)];
  return withStores(session, async (stores) => {
    if (date === undefined) return storeStatus(session.settings, topics, stores);
    const topic = chooseTopic(known, topicId);
    const slot = { topicId: topic.id, date };
    const edition = await stores.editions.get(slot);
    const { now } = session.settings;
    if (edition !== null && !watch) return slotStatus(edition, topic, stores, now);
    if (edition !== null)
      return watchSlot(session, async () => ({
        report: await slotStatus(edition, topic, stores, now),
        deliveries: await countDeliveries(stores.ledger.list(edition.id), now),
      }));
    // An edition of an earlier schedule is shown; a date that never was a slot is a slip.
    chooseSlot(topic, date, now);
    const text = `${formatSlot(slot)} has no edition`;
    return { data: { slot, edition: null }, lines: [text], problems: [] };
  });
}

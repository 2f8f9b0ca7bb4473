import { Option, type Command } from 'commander';
import {
  SUBSCRIBER_STATES,
  type Subscriber,
  type SubscriberState,
} from '#lib/subscription/subscriber.ts';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import type { Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { count, table } from '../../table.ts';
import { withStores } from '../../with-stores.ts';

interface ListOptions {
  topic?: string;
  only?: SubscriberState;
}

/** `parley subscribers list`: who is there, and in which state. */
export function addSubscribersList(group: Command, runner: Runner): void {
  group
    .command('list')
    .description('list the subscribers with their state')
    .option('--topic <id>', 'topic of the digest')
    .addOption(new Option('--only <state>', 'only those in this state').choices(SUBSCRIBER_STATES))
    .addHelpText(
      'after',
      examples(
        ['parley subscribers list', 'everybody'],
        ['parley subscribers list --only unsubscribed --json', 'who left, for a script'],
      ),
    )
    .action((options: ListOptions, command: Command) =>
      runner.run(command, (session) => listSubscribers(session, options)),
    );
}

async function listSubscribers(session: Session, options: ListOptions): Promise<Report> {
  const topic = chooseTopic(await loadTopics(session.settings), options.topic);
  const listed: Subscriber[] = [];
  await withStores(session, async ({ subscribers }) => {
    for await (const subscriber of subscribers.list(topic.id))
      if (options.only === undefined || subscriber.state === options.only) listed.push(subscriber);
  });
  listed.sort((a, b) => a.address.localeCompare(b.address));
  const rows = listed.map(({ address, state, since, name }) => [address, state, since, name ?? '']);
  return {
    data: { topicId: topic.id, subscribers: listed },
    lines: [...table(rows), `${count(listed.length, 'subscriber')} of ${topic.id}`],
    problems: [],
  };
}

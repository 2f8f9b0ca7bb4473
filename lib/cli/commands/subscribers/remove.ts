import type { Command } from 'commander';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import type { Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { withStores } from '../../with-stores.ts';

/** `parley subscribers remove`: erases the record of an address. */
export function addSubscribersRemove(group: Command, runner: Runner): void {
  group
    .command('remove')
    .description('erase an address and all that is kept about it')
    .argument('<address>', 'e-mail address')
    .option('--topic <id>', 'topic of the digest')
    .addHelpText(
      'after',
      examples(['parley subscribers remove ana@example.com', 'erase the record']),
    )
    .action((address: string, options: { topic?: string }, command: Command) =>
      runner.run(command, (session) => removeOne(session, address, options.topic)),
    );
}

async function removeOne(session: Session, address: string, topicId?: string): Promise<Report> {
  const topic = chooseTopic(await loadTopics(session.settings), topicId);
  const removed = await withStores(session, async ({ subscribers }) => {
    const subscriber = await subscribers.find(topic.id, address);
    return subscriber !== null && (await subscribers.remove(topic.id, subscriber.id));
  });
  return {
    data: { topicId: topic.id, address, removed },
    lines: removed ? [`removed ${address} from ${topic.id}`] : [],
    problems: removed ? [] : [`${address} is not on the list of ${topic.id}`],
  };
}

import type { Command } from 'commander';
import { formatFault } from '#lib/fault.ts';
import { newSubscriber } from '#lib/subscription/new-subscriber.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import type { Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { UsageError } from '../../usage-error.ts';
import { withStores } from '../../with-stores.ts';

interface AddOptions {
  topic?: string;
  name?: string;
  consent: string;
}

/** `parley subscribers add`: one address that is known to have agreed. */
export function addSubscribersAdd(group: Command, runner: Runner): void {
  group
    .command('add')
    .description('add one address, which agreed to get the digest')
    .argument('<address>', 'e-mail address')
    .option('--name <name>', 'name of the person')
    .option('--topic <id>', 'topic of the digest')
    .option('--consent <text>', 'how it is known that they agreed', 'added by the operator')
    .addHelpText(
      'after',
      examples(
        ['parley subscribers add ana@example.com', 'an address'],
        [
          'parley subscribers add ana@example.com --name "Ana Lima" --consent "signed form, 12 May"',
          '',
        ],
      ),
    )
    .action((address: string, options: AddOptions, command: Command) =>
      runner.run(command, (session) => addOne(session, address, options)),
    );
}

async function addOne(session: Session, address: string, options: AddOptions): Promise<Report> {
  const topic = chooseTopic(await loadTopics(session.settings), options.topic);
  const parsed = newSubscriber(
    { topicId: topic.id, address, consent_source: options.consent, name: options.name },
    'command line',
    session.settings.now,
  );
  if (!parsed.ok) throw new UsageError(parsed.faults.map(formatFault).join('\n'));
  const { added, subscriber } = await withStores(session, ({ subscribers }) =>
    subscribers.add(parsed.value),
  );
  return {
    data: { added, subscriber },
    lines: added ? [`added ${subscriber.address} to ${topic.id}`] : [],
    problems: added ? [] : [alreadyThere(subscriber)],
  };
}

/** Why an address was not added. Who left is never brought back by an `add`. */
export function alreadyThere({ address, state, since, topicId }: Subscriber): string {
  const where = `${address} is on the list of ${topicId} already: ${state} since ${since}`;
  return state === 'active' ? where : `${where}; it stays so until it is removed and added again`;
}

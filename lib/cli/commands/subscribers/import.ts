import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { formatFault, type Fault } from '#lib/fault.ts';
import { importSubscribers } from '#lib/subscription/import-subscribers.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import type { Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { count } from '../../table.ts';
import type { Terminal } from '../../terminal.ts';
import { withStores } from '../../with-stores.ts';

/** `parley subscribers import`: a list of addresses that are known to have agreed. */
export function addSubscribersImport(group: Command, runner: Runner): void {
  group
    .command('import')
    .description('add the addresses of a CSV file, which agreed to get the digest')
    .argument('<file>', 'CSV with a column "address", and if wanted "name"; - for standard input')
    .option('--topic <id>', 'topic of the digest')
    .addHelpText(
      'after',
      `${examples(
        ['parley subscribers import list.csv', 'a list'],
        ['parley subscribers import backup.csv', 'what `export` wrote: states are kept'],
      )}

Who is on the list already stays as they are; who left is not brought back.`,
    )
    .action((file: string, options: { topic?: string }, command: Command) =>
      runner.run(command, (session) => importList(session, file, options.topic)),
    );
}

async function importList(session: Session, file: string, topicId?: string): Promise<Report> {
  const { settings, terminal, progress } = session;
  const topic = chooseTopic(await loadTopics(settings), topicId);
  const csv = await openList(file, terminal);
  const name = file === '-' ? 'standard input' : file;
  const faults: Fault[] = [];
  const added: Subscriber[] = [];
  const standing: Subscriber[] = [];
  await withStores(session, async ({ subscribers }) => {
    const context = { topicId: topic.id, source: name, store: subscribers, now: settings.now };
    for await (const line of importSubscribers(csv, context)) {
      if (line.outcome === 'refused') faults.push(...line.faults);
      else (line.outcome === 'added' ? added : standing).push(line.subscriber);
      progress.step('subscribers:', added.length + standing.length);
    }
  });
  return importReport(added, standing, faults);
}

/** @throws the system's error where the file cannot be opened */
async function openList(file: string, { cwd, stdin }: Terminal): Promise<Readable> {
  if (file === '-') return Readable.from(stdin);
  return (await open(resolve(cwd, file))).createReadStream();
}

function importReport(added: Subscriber[], standing: Subscriber[], faults: Fault[]): Report {
  const left = standing.filter(({ state }) => state !== 'active');
  const already = `${standing.length} on the list already`;
  return {
    data: { added: added.length, standing: standing.length, notActive: left, faults },
    lines: [
      `${count(added.length, 'subscriber')} added, ${already}`,
      ...left.map(({ address, state }) => `  ${address} stays ${state}`),
    ],
    problems: faults.map(formatFault),
  };
}

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { replaceFile } from '#lib/local/write-file.ts';
import type { Subscriber } from '#lib/subscription/subscriber.ts';
import { CSV_HEADER, subscriberCsvLine } from '#lib/subscription/subscribers-csv.ts';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import type { Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { count } from '../../table.ts';
import { withStores } from '../../with-stores.ts';

/** `parley subscribers export`: the list with states and consent, as CSV. */
export function addSubscribersExport(group: Command, runner: Runner): void {
  group
    .command('export')
    .description('write the list with states and consent as CSV')
    .argument('[file]', 'file to write; standard output without')
    .option('--topic <id>', 'topic of the digest')
    .addHelpText(
      'after',
      examples(
        ['parley subscribers export > backup.csv', 'to standard output'],
        ['parley subscribers export backup.csv', 'to a file'],
      ),
    )
    .action((file: string | undefined, options: { topic?: string }, command: Command) =>
      runner.run(command, (session) => exportList(session, file, options.topic)),
    );
}

/** Owner only: a list of addresses is nobody else's business. */
const FILE_MODE = 0o600;

async function exportList(session: Session, file?: string, topicId?: string): Promise<Report> {
  const topic = chooseTopic(await loadTopics(session.settings), topicId);
  const exported: Subscriber[] = [];
  await withStores(session, async ({ subscribers }) => {
    for await (const subscriber of subscribers.list(topic.id)) exported.push(subscriber);
  });
  const csv = CSV_HEADER + exported.map(subscriberCsvLine).join('');
  const data = { topicId: topic.id, subscribers: exported };
  if (file === undefined) return { data, lines: csv.trimEnd().split('\r\n'), problems: [] };
  await replaceFile(resolve(session.terminal.cwd, file), csv, { mode: FILE_MODE });
  return {
    data,
    lines: [`${count(exported.length, 'subscriber')} written to ${file}`],
    problems: [],
  };
}

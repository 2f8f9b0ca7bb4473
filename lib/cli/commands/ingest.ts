import type { Command } from 'commander';
import { ingest, type IngestReport } from '#lib/article/ingest.ts';
import type { Quarantined } from '#lib/article/article-store.ts';
import { formatFault, type Fault } from '#lib/fault.ts';
import { fetchSources } from '#lib/local/fetch-sources.ts';
import { parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { count, table } from '../table.ts';
import { parseAddress, parsePublisher } from '../parse-given.ts';
import { UsageError } from '../usage-error.ts';
import { withStores } from '../with-stores.ts';

interface IngestOptions {
  topic?: string;
  listQuarantined?: boolean;
  publisher?: string;
  url?: string;
  date?: string;
}

/** `parley ingest`: pages, feeds and article JSON become articles of the store. */
export function addIngest(program: Command, runner: Runner): void {
  program
    .command('ingest')
    .description(
      'read articles into the store: web pages, text dumps of pages, feeds, article JSON',
    )
    .argument('[source...]', 'files, folders, http(s) addresses, or - for standard input')
    .option('--topic <id>', 'topic that the articles belong to')
    .option('--publisher <name>', 'outlet of articles that do not name theirs', parsePublisher)
    .option('--url <address>', 'address of an article that does not state its own', parseAddress)
    .option('--date <date>', 'publication date of articles that do not state theirs', parseSlotDate)
    .option('--list-quarantined', 'list what was refused so far, and why')
    .addHelpText(
      'after',
      examples(
        ['parley ingest page.html notes/dump.txt', 'two files'],
        ['parley ingest articles/', 'the article files of a folder, and of those in it'],
        [
          'parley ingest saved.txt --publisher "The River Post" --date 2020-05-05',
          'a text that does not say whose it is',
        ],
        ['parley ingest https://news.example.com/talks', 'a page of the web, or a feed'],
        ['curl -s URL | parley ingest -', 'standard input'],
        ['parley ingest --list-quarantined', 'what was refused, and why'],
      ),
    )
    .action((names: string[], options: IngestOptions, command: Command) =>
      runner.run(command, (session) => runIngest(session, names, options)),
    );
}

async function runIngest(
  session: Session,
  names: string[],
  options: IngestOptions,
): Promise<Report> {
  if (options.listQuarantined)
    return withStores(session, async ({ articles }) =>
      listQuarantined(await articles.listQuarantined()),
    );
  if (names.length === 0)
    throw new UsageError('name at least one source: a file, a folder, an address, or -');
  if (options.url !== undefined && names.length > 1)
    throw new UsageError('--url is the address of one article; name one source with it');
  return ingestSources(session, names, options);
}

async function ingestSources(
  session: Session,
  names: string[],
  options: IngestOptions,
): Promise<Report> {
  const { settings, terminal, progress } = session;
  const topic = chooseTopic(await loadTopics(settings), options.topic);
  const unreadable: Fault[] = [];
  const reports: IngestReport[] = [];
  const sources = fetchSources(names, {
    stdin: terminal.stdin,
    onFault: (fault) => unreadable.push(fault),
  });
  const { publisher, url, date } = options;
  const given = { publisher, url, date };
  const context = { topicIds: [topic.id], now: settings.now, given };
  await withStores(session, async ({ articles }) => {
    for await (const report of ingest(sources, articles, context)) {
      reports.push(report);
      progress.step('articles read:', reports.length);
    }
  });
  return ingestReport(reports, unreadable);
}

const OUTCOMES = ['new', 'new-version', 'same', 'quarantined', 'failed'] as const;

const isStored = ({ outcome }: IngestReport) => outcome !== 'quarantined' && outcome !== 'failed';

function ingestReport(reports: IngestReport[], unreadable: Fault[]): Report {
  const refused = reports.filter((report) => !isStored(report));
  const mended = reports.filter(isStored);
  const counts = OUTCOMES.map(
    (outcome) => [outcome, reports.filter((report) => report.outcome === outcome).length] as const,
  );
  return {
    data: { articles: reports, unreadable, counts: Object.fromEntries(counts) },
    lines: [
      ...table(reports.map(row)),
      ...mended.flatMap(({ faults }) => faults.map((fault) => `mended: ${formatFault(fault)}`)),
      total(reports.length, counts),
    ],
    problems: [...refused.flatMap(({ faults }) => faults), ...unreadable].map(formatFault),
  };
}

const row = ({ outcome, id, headline, source }: IngestReport): string[] => [
  outcome.replace('-', ' '),
  id ?? source,
  headline ?? '',
];

/** "3 articles: 2 new, 1 same" */
function total(all: number, counts: (readonly [outcome: string, n: number])[]): string {
  const parts = counts.flatMap(([outcome, n]) =>
    n > 0 ? [`${n} ${outcome.replace('-', ' ')}`] : [],
  );
  return [count(all, 'article'), parts.join(', ')].filter(Boolean).join(': ');
}

function listQuarantined(entries: Quarantined[]): Report {
  const lines = entries.flatMap(({ source, faults, at }) => [
    `${source} (${at})`,
    ...faults.map((fault) => `  ${formatFault(fault)}`),
  ]);
  const none = 'Nothing was refused so far.';
  return { data: { quarantined: entries }, lines: lines.length > 0 ? lines : [none], problems: [] };
}

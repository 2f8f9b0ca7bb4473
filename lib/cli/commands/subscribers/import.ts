import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { formatFault } from '#lib/fault.ts';
import { importSubscribers, type ImportedLine } from '#lib/subscription/import-subscribers.ts';
import { chooseTopic } from '../../choose-topic.ts';
import { examples } from '../../examples.ts';
import { loadTopics } from '../../load-topics.ts';
import { EXIT, printable, type Report } from '../../report.ts';
import type { Runner, Session } from '../../session.ts';
import { count } from '../../table.ts';
import type { Terminal } from '../../terminal.ts';
import { withStores } from '../../with-stores.ts';

interface ImportOptions {
  topic?: string;
  consentAt?: string;
  consentSource?: string;
  dryRun?: boolean;
}

/** `parley subscribers import`: a list of addresses that are known to have agreed. */
export function addSubscribersImport(group: Command, runner: Runner): void {
  group
    .command('import')
    .description('add the addresses of a CSV file, which agreed to get the digest')
    .argument('<file>', 'CSV with a column "address", and if wanted "name"; - for standard input')
    .option('--topic <id>', 'topic of the digest')
    .option('--consent-at <when>', 'date or instant at which they agreed, where no column tells')
    .option('--consent-source <text>', 'how they agreed, where no column tells')
    .option('--dry-run', 'tell what would be added, and what is wrong; add nobody')
    .addHelpText(
      'after',
      `${examples(
        [
          'parley subscribers import list.csv --dry-run',
          'columns address, consent_at, consent_source',
        ],
        [
          'parley subscribers import list.csv --consent-at 2026-05-12 --consent-source "forms of the fair"',
          'one evidence for all',
        ],
        ['parley subscribers import backup.csv', 'what `export` wrote: states are kept'],
      )}

Who is on the list already stays as they are; who left is not brought back.
Stopped halfway, begin it again: who was added is there then.`,
    )
    .action((file: string, options: ImportOptions, command: Command) =>
      runner.run(command, (session) => importList(session, file, options)),
    );
}

async function importList(session: Session, file: string, options: ImportOptions): Promise<Report> {
  const { settings, terminal, progress } = session;
  const { topic: topicId, consentAt: at, consentSource: source, dryRun = false } = options;
  const topic = chooseTopic(await loadTopics(settings), topicId);
  const csv = await openList(file, terminal);
  const name = file === '-' ? 'standard input' : file;
  const tally = newTally();
  await withStores(session, async ({ subscribers: store }) => {
    const context = { topicId: topic.id, source: name, consent: { at, source }, store, dryRun };
    for await (const line of importSubscribers(csv, { ...context, now: settings.now })) {
      tell(line, name, session);
      addTo(tally, line);
      progress.step('lines:', (tally.lines += 1));
    }
  });
  return importReport(tally, dryRun);
}

/** @throws the system's error where the file cannot be opened */
async function openList(file: string, { cwd, stdin }: Terminal): Promise<Readable> {
  if (file === '-') return Readable.from(stdin);
  return (await open(resolve(cwd, file))).createReadStream();
}

/** Lines that are told one by one for `--json`; a list may hold a hundred thousand bad ones. */
const LISTED = 1_000;

interface Tally {
  lines: number;
  counts: Record<ImportedLine['outcome'], number>;
  /** The first of the lines that added nobody active. */
  listed: { line: number; outcome: string; address?: string; state?: string; faults?: unknown[] }[];
}

const newTally = (): Tally => ({
  lines: 0,
  counts: { added: 0, there: 0, repeated: 0, refused: 0 },
  listed: [],
});

function addTo({ counts, listed }: Tally, line: ImportedLine): void {
  counts[line.outcome] += 1;
  if (line.outcome === 'added' || listed.length >= LISTED) return;
  if (line.outcome === 'refused') listed.push(line);
  else {
    const { address, state } = line.subscriber;
    listed.push({ line: line.line, outcome: line.outcome, address, state });
  }
}

/** Each line that needs a look, as it comes, so that none has to be kept. */
function tell(line: ImportedLine, list: string, { terminal, progress }: Session): void {
  const texts = textsOf(line, list);
  if (texts.length === 0) return;
  progress.end();
  for (const text of texts) terminal.stderr.write(`${printable(text)}\n`);
}

function textsOf(line: ImportedLine, list: string): string[] {
  if (line.outcome === 'refused') return line.faults.map(formatFault);
  const { address, state } = line.subscriber;
  const where = `${list}, line ${line.line}: ${address}`;
  if (line.outcome === 'repeated') return [`${where} stands in a line before`];
  return line.outcome === 'there' && state !== 'active' ? [`${where} stays ${state}`] : [];
}

function importReport({ counts, listed }: Tally, dryRun: boolean): Report {
  const { added, there, repeated, refused } = counts;
  const what = dryRun ? 'would be added' : 'added';
  const rest = [
    `${there} on the list already`,
    ...(repeated > 0 ? [`${repeated} repeated`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return {
    data: { dryRun, ...counts, listed },
    lines: [`${count(added, 'subscriber')} ${what}, ${rest.join(', ')}`],
    problems: [],
    exitCode: refused > 0 ? EXIT.faults : EXIT.done,
  };
}

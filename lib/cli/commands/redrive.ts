import { Argument, type Command } from 'commander';
import { REDRIVEN_QUEUES, type RedrivenQueue } from '#lib/delivery/dead-letter.ts';
import { examples } from '../examples.ts';
import {
  redriveLines,
  redriveQueue,
  rehearseRedrive,
  type Redrive,
} from '../redrive/redrive-queue.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { withRemoteStores } from '../with-stores.ts';

interface RedriveOptions {
  dryRun?: boolean;
}

/** `parley redrive`: what a stack gave up is tried again. */
export function addRedrive(program: Command, runner: Runner): void {
  program
    .command('redrive')
    .description('put messages that a stack gave up (dead letters) back on their queue')
    .addArgument(new Argument('[queue]', 'one queue; without, both').choices(REDRIVEN_QUEUES))
    .option('--dry-run', 'say what lies there and leave it')
    .addHelpText(
      'after',
      `${examples(
        ['parley redrive --dry-run --remote', 'what lies in the dead letters'],
        ['parley redrive delivery --remote', 'after what failed was repaired'],
      )}

It can be run again at any time: the ledger keeps anybody from being mailed twice.`,
    )
    .action((queue: RedrivenQueue | undefined, options: RedriveOptions, command: Command) =>
      runner.run(command, (session) => redrive(session, queue, options)),
    );
}

async function redrive(
  { settings, progress }: Session,
  queue: RedrivenQueue | undefined,
  { dryRun = false }: RedriveOptions,
): Promise<Report> {
  if (settings.remote === null)
    throw new UsageError('dead letters are on AWS alone: add --remote, with the name of the stack');
  return withRemoteStores(settings.remote, async ({ stack }) => {
    const { openDeadLetters } = await import('#lib/aws/open-dead-letters.ts');
    const done: Redrive[] = [];
    for (const each of queue === undefined ? REDRIVEN_QUEUES : [queue]) {
      const letters = openDeadLetters(each, stack.outputs);
      const work = dryRun ? rehearseRedrive(each, letters) : redriveQueue(each, letters, progress);
      done.push(await work);
    }
    const failed = done.filter((each) => (each.failed ?? 0) > 0);
    return {
      data: { dryRun, queues: done },
      lines: done.flatMap(redriveLines),
      problems: failed.map(
        (each) => `${each.queue}: ${each.failed} were not put back; run this again`,
      ),
    };
  });
}

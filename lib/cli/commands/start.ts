import type { Command } from 'commander';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import { addPortOption } from '../port-option.ts';
import type { Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { runOnce, SAMPLE_TOPIC } from '../start/run-once.ts';
import { serveStudio } from '../start/serve-studio.ts';
import { withLocalStores } from '../with-stores.ts';

interface StartOptions {
  once?: boolean;
  port: number;
}

/** `parley start`: the whole way on the sample corpus, and the local pages. */
export function addStart(program: Command, runner: Runner): void {
  const command = program
    .command('start')
    .description(
      'go the whole way once: sample articles, edition, mail to a sample reader; then show it all on a local web page',
    )
    .option('--once', 'end after that, with the paths of what was written; no web page');
  addPortOption(command)
    .addHelpText(
      'after',
      examples(
        ['parley start', 'studio, inbox and public pages on one address'],
        ['parley start --once', 'files only'],
      ),
    )
    .action((options: StartOptions, _command: Command) =>
      runner.run(_command, (session) => start(session, options)),
    );
}

async function start(session: Session, { once, port }: StartOptions): Promise<Report | null> {
  const topic = chooseTopic(await loadTopics(session.settings), SAMPLE_TOPIC);
  return withLocalStores(session, (stores) =>
    once
      ? runOnce(session, topic, stores)
      : // Serves first: the links in the mails carry the address.
        serveStudio(session, stores, { port }, (here) => runOnce(here, topic, stores)),
  );
}

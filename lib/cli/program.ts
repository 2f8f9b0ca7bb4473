import { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addAnalyse } from './commands/analyse.ts';
import { addApprove } from './commands/approve.ts';
import { addCompare } from './commands/compare.ts';
import { addCompose } from './commands/compose.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEdit } from './commands/edit.ts';
import { addExplain } from './commands/explain.ts';
import { addIngest } from './commands/ingest.ts';
import { addMailbox } from './commands/mailbox.ts';
import { addOperate } from './commands/operate.ts';
import { addRedrive } from './commands/redrive.ts';
import { addKeys } from './commands/keys.ts';
import { addSchema } from './commands/schema.ts';
import { addSend } from './commands/send.ts';
import { addShots } from './commands/shots.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addStudio } from './commands/studio.ts';
import { addSubscribers } from './commands/subscribers.ts';
import { addTopics } from './commands/topics.ts';
import { examples } from './examples.ts';
import type { Runner } from './session.ts';
import { addGlobalOptions } from './settings.ts';

/** The whole command line of Parley. Commander's own exits come as `CommanderError`s. */
export function buildProgram(runner: Runner): Command {
  const { stdout, stderr } = runner.terminal;
  const program = new Command('parley')
    .description('Then-and-now briefings on a negotiation: every line cited, mailed on a schedule.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, 'parley:')),
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Add --help to see how it is used.')
    .helpCommand(true);
  addGlobalOptions(program);
  for (const add of COMMANDS) add(program, runner);
  return program.addHelpText(
    'after',
    examples(
      ['parley start', 'the whole way on the sample corpus, then a local web page'],
      ['parley ingest page.html', 'add an article'],
      ['parley compose', 'make the edition that is due'],
      ['parley send', 'mail it to the subscribers, once'],
    ),
  );
}

const COMMANDS = [
  addStart,
  addStudio,
  addShots,
  addIngest,
  addAnalyse,
  addCompare,
  addCompose,
  addExplain,
  addEdit,
  addSend,
  addApprove,
  addStatus,
  addOperate,
  addRedrive,
  addDoctor,
  addSubscribers,
  addKeys,
  addMailbox,
  addTopics,
  addSchema,
];

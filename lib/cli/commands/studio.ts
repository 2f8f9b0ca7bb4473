import type { Command } from 'commander';
import { examples } from '../examples.ts';
import { addMailOptions } from '../mail-options.ts';
import { addPortOption } from '../port-option.ts';
import type { Runner } from '../session.ts';
import { serveStudio, type ServeOptions } from '../start/serve-studio.ts';
import { withLocalStores } from '../with-stores.ts';

/** `parley studio`: the local pages on what is there, with templates shown as they are saved. */
export function addStudio(program: Command, runner: Runner): void {
  const command = program
    .command('studio')
    .description(
      'show templates, editions and inbox on a local web page, each change as soon as it is saved',
    );
  addMailOptions(addPortOption(command))
    .addHelpText(
      'after',
      examples(
        ['parley studio', 'tests go to its inbox'],
        ['parley studio --smtp 127.0.0.1:1025', 'tests go to a mail server'],
      ),
    )
    .action((options: ServeOptions, _command: Command) =>
      runner.run(_command, (session) =>
        withLocalStores(session, (stores) => serveStudio(session, stores, options, nothingToDo)),
      ),
    );
}

const nothingToDo = () => Promise.resolve({ data: null, lines: [], problems: [] });

import type { Command } from 'commander';
import { examples } from '../examples.ts';
import type { Runner } from '../session.ts';
import { addSubscribersAdd } from './subscribers/add.ts';
import { addSubscribersExport } from './subscribers/export.ts';
import { addSubscribersImport } from './subscribers/import.ts';
import { addSubscribersList } from './subscribers/list.ts';
import { addSubscribersRemove } from './subscribers/remove.ts';

/** `parley subscribers`: who gets a topic's digest. */
export function addSubscribers(program: Command, runner: Runner): void {
  const group = program
    .command('subscribers')
    .description("keep the list of who gets a topic's digest")
    .addHelpText(
      'after',
      examples(
        ['parley subscribers add ana@example.com --name "Ana Lima"', 'one subscriber'],
        ['parley subscribers import list.csv', 'many'],
        ['parley subscribers list', 'who is there'],
      ),
    );
  addSubscribersAdd(group, runner);
  addSubscribersList(group, runner);
  addSubscribersImport(group, runner);
  addSubscribersExport(group, runner);
  addSubscribersRemove(group, runner);
}

import type { Command } from 'commander';
import { chooseSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import { addMailOptions, checkMailOptions } from '../mail-options.ts';
import { approveSlot, type ApproveOptions } from '../operate/approve-slot.ts';
import type { Runner } from '../session.ts';

/** `parley approve`: lets an edition go out that waits for a person. */
export function addApprove(program: Command, runner: Runner): void {
  const command = program
    .command('approve')
    .description('let an edition go out that waits for approval, and mail it')
    .argument('<slot>', 'scheduled date of the edition', parseSlotDate)
    .option('--topic <id>', 'topic of the edition')
    .option('--late', 'also where its sending should have begun before');
  addMailOptions(command)
    .addHelpText(
      'after',
      examples(
        ['parley approve 2026-11-16', 'as it stands now (parley cancel 2026-11-16 ends it)'],
        ['parley approve 2026-11-16 --remote', 'on a stack, which mails it'],
      ),
    )
    .action((date: string, options: ApproveOptions & { topic?: string }, own: Command) =>
      runner.run(own, async (session) => {
        checkMailOptions(session, options);
        const topic = chooseTopic(await loadTopics(session.settings), options.topic);
        chooseSlot(topic, date, session.settings.now);
        return approveSlot(session, topic, date, options);
      }),
    );
}

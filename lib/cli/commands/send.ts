import type { Command } from 'commander';
import { chooseDueSlot, chooseSlot, parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import {
  addMailOptions,
  checkMailOptions,
  parseMailbox,
  type MailOptions,
} from '../mail-options.ts';
import type { Report } from '../report.ts';
import { rehearseSend } from '../send/rehearse-send.ts';
import { sendOnStack } from '../send/send-on-stack.ts';
import { sendTest } from '../send/send-test.ts';
import { sendToSubscribers } from '../send/send-to-subscribers.ts';
import type { Runner, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

interface SendOptions extends MailOptions {
  topic?: string;
  slot?: string;
  dryRun?: boolean;
  to?: string;
}

/** `parley send`: the edition of a slot to its subscribers, once. */
export function addSend(program: Command, runner: Runner): void {
  const command = program
    .command('send')
    .description(
      'mail the edition of a slot to the active subscribers, each once; make it if need be',
    )
    .option('--topic <id>', 'topic of the digest')
    .option('--slot <date>', 'scheduled date; without, the one that is due', parseSlotDate)
    .option('--dry-run', 'say what would be sent; freeze nothing, mail nobody')
    .option(
      '--to <address>',
      'mail it to this address alone, as a test that no record knows of',
      parseMailbox,
    );
  addMailOptions(command)
    .addHelpText(
      'after',
      examples(
        ['parley send', 'the edition that is due, into the outbox folder'],
        ['parley send --dry-run', 'who would get it'],
        ['parley send --to me@example.com --smtp 127.0.0.1:1025', 'a test mail'],
        ['parley send --topic us-north-korea --slot 2026-11-16', 'a certain edition'],
        ['parley send --remote', 'the stack on AWS mails it'],
      ),
    )
    .action((options: SendOptions, _command: Command) =>
      runner.run(_command, (session) => send(session, options)),
    );
}

async function send(session: Session, options: SendOptions): Promise<Report> {
  if (options.dryRun && options.to !== undefined)
    throw new UsageError('--dry-run mails nobody and --to mails one address: use one of them');
  checkMailOptions(session, options);
  const topic = chooseTopic(await loadTopics(session.settings), options.topic);
  const isTrial = options.dryRun === true || options.to !== undefined;
  const slot = (isTrial ? chooseSlot : chooseDueSlot)(topic, options.slot, session.settings.now);
  if (options.dryRun) return rehearseSend(session, topic, slot, options);
  if (options.to !== undefined) return sendTest(session, topic, slot, options.to, options);
  const { remote } = session.settings;
  return remote === null
    ? sendToSubscribers(session, topic, slot, options)
    : sendOnStack(session, remote, topic, slot);
}

import { Argument, Option, type Command } from 'commander';
import { DELIVERY_STATES, type DeliveryState } from '#lib/delivery/delivery.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { parseSlotDate } from '../choose-slot.ts';
import { chooseTopic } from '../choose-topic.ts';
import { examples } from '../examples.ts';
import { loadTopics } from '../load-topics.ts';
import { addMailOptions, checkMailOptions, type MailOptions } from '../mail-options.ts';
import { changeState, type Change } from '../operate/change-state.ts';
import { listDeliveries } from '../operate/list-deliveries.ts';
import { resendFailed } from '../operate/resend-failed.ts';
import { settleSlot } from '../operate/settle-slot.ts';
import type { Runner, Session } from '../session.ts';

interface SlotOptions {
  topic?: string;
}

interface WhoOptions extends SlotOptions {
  addresses?: boolean;
}

interface SettleOptions extends SlotOptions {
  as: 'sent' | 'unsent';
  id?: string[];
}

/** `parley pause`, `resume`, `cancel`, `resend`, `settle` and `who`: what a person does with an edition under way. */
export function addOperate(program: Command, runner: Runner): void {
  addChange(program, runner, 'pause', 'paused', 'stop sending an edition, until it is resumed');
  addChange(program, runner, 'resume', 'sending', 'let an edition that is paused go on');
  addChange(program, runner, 'cancel', 'cancelled', 'stop sending an edition for good');
  addResend(program, runner);
  addSettle(program, runner);
  addWho(program, runner);
}

function addChange(
  program: Command,
  runner: Runner,
  name: string,
  to: Change['to'],
  description: string,
): void {
  slotCommand(program, name, description)
    .option('--reason <text>', 'why, for who looks later')
    .addHelpText('after', examples([`parley ${name} 2026-11-16`, `the edition of that date`]))
    .action((date: string, options: SlotOptions & { reason?: string }, command: Command) =>
      runner.run(command, async (session) =>
        changeState(session, await slotOf(session, date, options), {
          to,
          reason: options.reason ?? null,
        }),
      ),
    );
}

function addResend(program: Command, runner: Runner): void {
  const command = slotCommand(program, 'resend', 'mail an edition again to whom it failed');
  addMailOptions(command)
    .requiredOption('--failed', 'to exactly those whose delivery failed')
    .addHelpText(
      'after',
      examples(['parley resend 2026-11-16 --failed --smtp 127.0.0.1:1025', 'after a repair']),
    )
    .action((date: string, options: SlotOptions & MailOptions, own: Command) =>
      runner.run(own, async (session) => {
        checkMailOptions(session, options);
        return resendFailed(session, await slotOf(session, date, options), options);
      }),
    );
}

function addSettle(program: Command, runner: Runner): void {
  slotCommand(program, 'settle', "settle deliveries in doubt by what the mail server's log says")
    .addOption(
      new Option('--as <word>', 'sent: they have the mail; unsent: they do not, so send it again')
        .choices(['sent', 'unsent'])
        .makeOptionMandatory(),
    )
    .option('--id <ids...>', 'only of these subscribers; without, of all in doubt')
    .addHelpText(
      'after',
      `${examples(
        ['parley who 2026-11-16 doubtful --addresses', 'whom to look for in the log'],
        ['parley settle 2026-11-16 --as sent', 'all of them have the mail'],
        ['parley settle 2026-11-16 --as unsent --id 5f0c27', 'this one does not'],
      )}

Unsent on a guess mails people twice. A stack on AWS needs none of this: its function
"reconcile" settles doubts by the events of SES, and sends again what none confirms within an hour.`,
    )
    .action((date: string, { as, id, ...options }: SettleOptions, command: Command) =>
      runner.run(command, async (session) => {
        const ids = id === undefined ? null : new Set(id);
        return settleSlot(session, await slotOf(session, date, options), { as, ids });
      }),
    );
}

/** The state is an argument: `--state` names the state folder in every command. */
function addWho(program: Command, runner: Runner): void {
  slotCommand(program, 'who', 'list the subscribers whose delivery is in a state, by id')
    .addArgument(new Argument('<state>', 'of their delivery').choices(DELIVERY_STATES))
    .option('--addresses', 'show their addresses too')
    .addHelpText(
      'after',
      examples(
        ['parley who 2026-11-16 failed', 'whom it did not reach, and why'],
        ['parley who 2026-11-16 bounced --addresses', 'with their addresses'],
      ),
    )
    .action((date: string, state: DeliveryState, options: WhoOptions, command: Command) =>
      runner.run(command, async (session) => {
        const slot = await slotOf(session, date, options);
        return listDeliveries(session, slot, { state, addresses: options.addresses ?? false });
      }),
    );
}

const slotCommand = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument('<slot>', 'scheduled date of the edition', parseSlotDate)
    .option('--topic <id>', 'topic of the edition');

async function slotOf(session: Session, date: string, { topic }: SlotOptions): Promise<Slot> {
  return { topicId: chooseTopic(await loadTopics(session.settings), topic).id, date };
}

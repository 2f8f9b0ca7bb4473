import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { DependencyError } from '#lib/dependency-error.ts';
import { readMailHeader } from '#lib/local/read-mail-header.ts';
import { takeMailboxMail } from '#lib/subscription/unsubscribe-mail.ts';
import { examples } from '../examples.ts';
import { explainFailure } from '../explain-failure.ts';
import { EXIT, type Report } from '../report.ts';
import type { Runner, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { withStores } from '../with-stores.ts';

/** `parley mailbox`: a mail to the address of `List-Unsubscribe`, as a mail server pipes it in. */
export function addMailbox(program: Command, runner: Runner): void {
  program
    .command('mailbox')
    .description('unsubscribe who asks so by mail: takes one mail to the unsubscribe mailbox')
    .argument('[file]', 'the mail (.eml); standard input without')
    .addHelpText(
      'after',
      `${examples(
        ['parley mailbox request.eml', 'a mail that was saved'],
        ['parley mailbox < request.eml', 'as a mail server pipes it in'],
      )}

Postfix, in master.cf: unsubscribe unix - n n - 1 pipe user=parley argv=/usr/bin/npx parley mailbox
A mail without a valid token is ignored with exit code 0, so that no server answers it.
Exit code 75: it could not be looked at now, and the server is to try again.`,
    )
    .action((file: string | undefined, _: unknown, command: Command) =>
      runner.run(command, (session) =>
        takeMail(session, file).catch((error: unknown) => tryLater(error, session)),
      ),
    );
}

async function takeMail(session: Session, file?: string): Promise<Report> {
  const { terminal, settings } = session;
  const mail = await readMailHeader(
    file === undefined ? terminal.stdin : openMail(resolve(terminal.cwd, file)),
  );
  const outcome = await withStores(session, async ({ subscribers, readKeys }) =>
    takeMailboxMail(mail, { subscribers, keys: await readKeys(), now: settings.now }),
  );
  const line =
    outcome.kind === 'ignored'
      ? `ignored: ${outcome.reason}`
      : `unsubscribed ${outcome.subscriberId} from ${outcome.topicId}`;
  return { data: outcome, lines: [line], problems: [] };
}

/** A mail server bounces what fails with another exit code, and the reader would not have left. */
function tryLater(error: unknown, { settings }: Session): Report {
  if (error instanceof UsageError) throw error;
  const problems = [explainFailure(error, settings.verbose)];
  return { data: { kind: 'failed' }, lines: [], problems, exitCode: EXIT.later };
}

/** @throws DependencyError where it cannot be read */
async function* openMail(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array;
  } catch (cause) {
    throw new DependencyError('read', path, cause);
  }
}

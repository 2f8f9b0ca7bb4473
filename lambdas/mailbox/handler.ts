import type { SESEvent, SESEventRecord } from 'aws-lambda';
import { takeMailboxMail, type MailToMailbox } from '#lib/subscription/unsubscribe-mail.ts';
import { once } from '../once.ts';
import { wire, type HandlerDeps } from './wiring.ts';

const wiring = once(() => wire(process.env));

/** The function as AWS calls it. */
export const handler = async (event: SESEvent): Promise<void> => {
  const deps = await wiring();
  await deps.keys.refresh();
  await handleMailbox(event, deps);
};

/**
 * Takes mails that SES received for the mailbox. SES hands over their headers alone, and keeps no mail.
 * @throws what the store throws: AWS then calls again with the same event
 */
export async function handleMailbox({ Records }: SESEvent, deps: HandlerDeps): Promise<void> {
  const { log, now } = deps;
  for (const record of Records) {
    const { messageId } = record.ses.mail;
    const outcome = await takeMailboxMail(mailOf(record), { ...deps, now: now() });
    if (outcome.kind === 'ignored')
      log.warn('mail ignored', { code: 'MAILBOX_IGNORED', messageId, reason: outcome.reason });
    else log.info('unsubscribed by mail', { code: 'MAILBOX_DONE', messageId, ...outcome });
  }
}

function mailOf({ ses: { mail } }: SESEventRecord): MailToMailbox {
  const isAutoSubmitted = ({ name }: { name: string }) => name.toLowerCase() === 'auto-submitted';
  return {
    subject: mail.commonHeaders.subject ?? '',
    autoSubmitted: mail.headers.filter(isAutoSubmitted).map(({ value }) => value),
  };
}

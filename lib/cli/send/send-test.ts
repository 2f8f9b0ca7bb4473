import type { MailOutcome } from '#lib/delivery/mailer.ts';
import type { Slot } from '#lib/edition/edition.ts';
import { formatFault } from '#lib/fault.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition, withoutFreezing } from '../compose-edition.ts';
import type { MailOptions } from '../mail-options.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { withTestPost } from './test-post.ts';
import { testReader } from './test-reader.ts';

/** Mails an edition to one address. Ledger, subscribers and the slot stay untouched. */
export async function sendTest(
  session: Session,
  topic: Topic,
  slot: Slot,
  address: string,
  options: MailOptions,
): Promise<Report> {
  return withTestPost(session, options, async ({ stores, mails, mailer, fileOf }) => {
    const composed = await composeEdition(session, withoutFreezing(stores), topic, slot);
    if (!('edition' in composed)) return notComposed(slot, composed);
    const reader = testReader(topic.id, address, session.settings.now.toISOString());
    const mail = await mails.write(composed.edition, reader, session.settings.now);
    if (!mail.ok) return { data: mail, lines: [], problems: mail.faults.map(formatFault) };
    const outcome = await mailer.send(mail.value);
    return testReport(slot, address, outcome, fileOf(mail.value.deliveryId));
  });
}

const NOT_SENT = {
  throttled: 'not sent, the mail server takes nothing now',
  rejected: 'refused',
  unknown: 'perhaps sent, the connection broke',
} as const;

function testReport(
  slot: Slot,
  address: string,
  outcome: MailOutcome,
  file: string | null,
): Report {
  const name = `test mail of ${formatSlot(slot)} to ${address}`;
  const data = { slot, to: address, outcome, file };
  if (outcome.kind === 'accepted')
    return { data, lines: [`${name}: sent`, ...(file ? [`  ${file}`] : [])], problems: [] };
  return { data, lines: [], problems: [`${name}: ${NOT_SENT[outcome.kind]}: ${outcome.reason}`] };
}

import MailComposer from 'nodemailer/lib/mail-composer';
import type { Brand } from '#lib/briefing/brand.ts';
import type { Rendered } from '#lib/briefing/mail-renderer.ts';
import { domainOf, type Sender } from './encode-mail.ts';
import type { Mailer } from './mailer.ts';

/** How mails reach the operator. */
export interface OperatorDeps {
  mailer: Pick<Mailer, 'send'>;
  brand: Brand;
  sender: Sender;
  operator: { address: string; timeZone: string };
}

export interface OperatorMail {
  mail: Rendered;
  /** "report", "approval": no delivery of the ledger has this id, so what becomes of it is nobody's bounce. */
  kind: string;
  editionId: string;
  /** ISO instant of what it tells. */
  at: string;
}

/**
 * Mails an operator something about an edition.
 * @throws Error where the mail server did not take it
 */
export async function mailOperator(told: OperatorMail, deps: OperatorDeps): Promise<void> {
  const outcome = await deps.mailer.send({
    from: deps.sender.address,
    to: deps.operator.address,
    raw: await encode(told, deps),
    editionId: told.editionId,
    deliveryId: told.kind,
  });
  if (outcome.kind !== 'accepted') throw new Error(outcome.reason);
}

function encode(
  { mail, kind, editionId, at }: OperatorMail,
  { sender, operator }: OperatorDeps,
): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: operator.address,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    date: new Date(at),
    messageId: `<${kind}.${editionId}.${Date.parse(at)}@${domainOf(sender)}>`,
    // RFC 3834: nobody's autoresponder is to answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

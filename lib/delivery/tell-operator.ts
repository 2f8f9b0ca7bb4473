import MailComposer from 'nodemailer/lib/mail-composer';
import type { Brand } from '#lib/briefing/brand.ts';
import { wordingFor } from '#lib/briefing/wording.ts';
import { slotOf, type Edition, type EditionStore } from '#lib/edition/edition.ts';
import { renderMail } from '#lib/mail/render-mail.ts';
import { reportMail } from '#lib/mail/report-mail.ts';
import { BOUNCE_LIMIT, COMPLAINT_LIMIT } from './brake.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { domainOf, type Sender } from './encode-mail.ts';
import type { Mailer } from './mailer.ts';

export interface OperatorDeps {
  editions: Pick<EditionStore, 'get'>;
  mailer: Pick<Mailer, 'send'>;
  brand: Brand;
  sender: Sender;
  operator: { address: string; timeZone: string };
  /** The edition in a browser. */
  viewUrl: (editionId: string) => string;
}

/**
 * Mails an operator what became of an edition.
 * @throws Error where the edition is gone, or the mail server did not take the mail
 */
export async function tellOperator(report: DeliveryReport, deps: OperatorDeps): Promise<void> {
  const { editionId } = report;
  const slot = slotOf(editionId);
  const edition = slot === null ? null : await deps.editions.get(slot);
  if (edition === null) throw new Error(`there is no edition ${editionId}`);
  const outcome = await deps.mailer.send({
    from: deps.sender.address,
    to: deps.operator.address,
    raw: await encodeReport(report, edition, deps),
    editionId,
    // No delivery of the ledger has this id, so what becomes of it is nobody's bounce.
    deliveryId: 'report',
  });
  if (outcome.kind !== 'accepted') throw new Error(outcome.reason);
}

function encodeReport(
  report: DeliveryReport,
  { topicTitle, subject, language }: Edition,
  { brand, sender, operator, viewUrl }: OperatorDeps,
): Promise<Buffer> {
  const facts = {
    ...report,
    topicTitle,
    subject,
    timeZone: operator.timeZone,
    limits: { bounced: BOUNCE_LIMIT, complained: COMPLAINT_LIMIT },
    editionUrl: viewUrl(report.editionId),
  };
  const mail = renderMail(reportMail, facts, brand, wordingFor(language));
  const composer = new MailComposer({
    from: { name: sender.name, address: sender.address },
    to: operator.address,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    date: new Date(report.closedAt),
    messageId: `<report.${report.editionId}.${Date.parse(report.closedAt)}@${domainOf(sender)}>`,
    // RFC 3834: nobody's autoresponder is to answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

import { wordingFor } from '#lib/briefing/wording.ts';
import { slotOf, type EditionStore } from '#lib/edition/edition.ts';
import { renderMail } from '#lib/mail/render-mail.ts';
import { reportMail } from '#lib/mail/report-mail.ts';
import { BOUNCE_LIMIT, COMPLAINT_LIMIT } from './brake.ts';
import type { DeliveryReport } from './filed-report.ts';
import { mailOperator, type OperatorDeps } from './operator-mail.ts';

export interface ReportDeps extends OperatorDeps {
  editions: Pick<EditionStore, 'get'>;
  /** The edition in a browser. */
  viewUrl: (editionId: string) => string;
}

/**
 * Mails an operator what became of an edition.
 * @throws Error where the edition is gone, or the mail server did not take the mail
 */
export async function tellOperator(report: DeliveryReport, deps: ReportDeps): Promise<void> {
  const { editionId, closedAt: at } = report;
  const slot = slotOf(editionId);
  const edition = slot === null ? null : await deps.editions.get(slot);
  if (edition === null) throw new Error(`there is no edition ${editionId}`);
  const { topicTitle, subject, language } = edition;
  const facts = {
    ...report,
    topicTitle,
    subject,
    timeZone: deps.operator.timeZone,
    limits: { bounced: BOUNCE_LIMIT, complained: COMPLAINT_LIMIT },
    editionUrl: deps.viewUrl(editionId),
  };
  const mail = renderMail(reportMail, facts, deps.brand, wordingFor(language));
  await mailOperator({ mail, kind: 'report', editionId, at }, deps);
}

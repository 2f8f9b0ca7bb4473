import { wordingFor } from '#lib/briefing/wording.ts';
import { formatFault } from '#lib/fault.ts';
import { approvalMail } from '#lib/mail/approval-mail.ts';
import { renderMail } from '#lib/mail/render-mail.ts';
import type { Links } from '#lib/subscription/links.ts';
import { expiryOf } from '#lib/subscription/timed-link.ts';
import { slotInstant } from '#lib/topic/schedule.ts';
import type { ApprovalRequest } from './begin-sending.ts';
import { mailOperator, type OperatorDeps } from './operator-mail.ts';

export interface AskDeps extends OperatorDeps {
  links: Pick<Links, 'timedUrl'>;
  /** How commands reach this edition: empty, or " --remote STACK". */
  commandSuffix: string;
  now: () => Date;
}

const MINUTE_MS = 60_000;

/**
 * Mails an operator the question whether an edition may go out. The link in it is good for exactly this content, and
 * until the sending may no longer begin.
 * @throws Error where the mail server did not take the mail
 */
export async function askOperator(request: ApprovalRequest, deps: AskDeps): Promise<void> {
  const { edition, topic, forecast, startBy } = request;
  const { id: editionId, subject, preheader, language, record } = edition;
  const now = deps.now();
  const facts = {
    ...{ editionId, topicTitle: edition.topicTitle, subject, preheader },
    bottomLine: record.bottomLine ?? [],
    eras: { then: topic.eras.then.label, now: topic.eras.now.label },
    evidence: record.evidence,
    recipients: forecast.recipients,
    dueAt: slotInstant(topic.schedule, edition.slot).toISOString(),
    deadlineAt: startBy.toISOString(),
    timeZone: topic.schedule.timeZone,
    minutes: minutesOf(forecast.finishesAt, now),
    carriedOver: forecast.carriedOver,
    cost: forecast.costUsd,
    refusal: forecast.refusal,
    dropped: record.dropped,
    quarantined: record.quarantined.map(formatFault),
    approveUrl: approveUrl(request, deps, now),
    command: `parley approve ${edition.slot} --topic ${edition.topicId}${deps.commandSuffix}`,
  };
  const mail = renderMail(approvalMail, facts, deps.brand, wordingFor(language));
  await mailOperator({ mail, kind: 'approval', editionId, at: now.toISOString() }, deps);
}

function approveUrl({ edition, startBy }: ApprovalRequest, { links }: AskDeps, now: Date): string {
  const target = { topicId: edition.topicId, id: edition.slot };
  const longest = expiryOf('approve', now);
  const expiresAt = startBy < longest ? startBy : longest;
  return links.timedUrl('approve', target, { expiresAt, binding: edition.contentHash });
}

/** Null: it cannot be told. */
function minutesOf(finishesAt: string | null, now: Date): number | null {
  if (finishesAt === null) return null;
  return Math.max(0, Math.round((Date.parse(finishesAt) - now.getTime()) / MINUTE_MS));
}

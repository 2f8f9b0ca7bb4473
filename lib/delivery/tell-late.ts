import { wordingFor } from '#lib/briefing/wording.ts';
import { editionId, type Slot } from '#lib/edition/edition.ts';
import { lateMail, type Late } from '#lib/mail/late-mail.ts';
import { renderMail } from '#lib/mail/render-mail.ts';
import { latestStart, slotInstant } from '#lib/topic/schedule.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { mailOperator, type OperatorDeps } from './operator-mail.ts';

export interface TellLateDeps extends OperatorDeps {
  /** How commands reach the edition: empty, or " --remote STACK". */
  commandSuffix: string;
  now: () => Date;
}

/**
 * Mails an operator that an edition is not sent, because its sending did not begin in time.
 * @throws Error where the mail server did not take the mail
 */
export async function tellLate(
  slot: Slot,
  why: Late['why'],
  topic: Topic,
  deps: TellLateDeps,
): Promise<void> {
  const { schedule, title, language } = topic;
  const { topicId, date } = slot;
  const options = `--topic ${topicId}${deps.commandSuffix}`;
  const facts = {
    ...{ editionId: editionId(slot), topicTitle: title, slot: date, why },
    dueAt: slotInstant(schedule, date).toISOString(),
    startBy: latestStart(schedule, date).toISOString(),
    timeZone: schedule.timeZone,
    command:
      why === 'unapproved'
        ? `parley approve ${date} --late ${options}`
        : `parley send --slot ${date} ${options}`,
  };
  const mail = renderMail(lateMail, facts, deps.brand, wordingFor(language));
  const at = deps.now().toISOString();
  await mailOperator({ mail, kind: 'late', editionId: editionId(slot), at }, deps);
}

import type { Slot } from '#lib/edition/edition.ts';
import { formatSlot } from '../choose-slot.ts';
import type { MailOptions } from '../mail-options.ts';
import type { Report } from '../report.ts';
import { deliverEdition } from '../send/deliver-edition.ts';
import type { Session } from '../session.ts';
import { withStores } from '../with-stores.ts';

/** Mails an edition again to exactly those whose delivery failed. */
export function resendFailed(session: Session, slot: Slot, options: MailOptions): Promise<Report> {
  return withStores(session, async (stores) => {
    const edition = await stores.editions.get(slot);
    const name = formatSlot(slot);
    if (edition === null || !(await stores.ledger.hasBegun(edition.id)))
      return { data: { slot }, lines: [], problems: [`${name}: its sending has not begun`] };
    const { report, summary, whereTo, problems } = await deliverEdition(
      session,
      stores,
      edition,
      options,
      'failed',
    );
    return {
      data: { slot, ...report },
      lines: [summary, ...(report.outcomes.sent > 0 ? [`  ${whereTo}`] : [])],
      problems,
    };
  });
}

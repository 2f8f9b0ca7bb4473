import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
import { formatSlot } from '../choose-slot.ts';
import type { MailOptions } from '../mail-options.ts';
import type { Report } from '../report.ts';
import { deliverEdition } from '../send/deliver-edition.ts';
import { planOnStack } from '../send/plan-on-stack.ts';
import type { Session } from '../session.ts';
import { withLocalStores, withRemoteStores } from '../with-stores.ts';

/** Mails an edition again to exactly those whose delivery failed. */
export function resendFailed(session: Session, slot: Slot, options: MailOptions): Promise<Report> {
  const { remote } = session.settings;
  if (remote !== null)
    return withRemoteStores(remote, async (stores) => {
      const edition = await begunEdition(slot, stores);
      return edition === null ? notBegun(slot) : planOnStack(session, stores, edition, 'failed');
    });
  return withLocalStores(session, async (stores) => {
    const edition = await begunEdition(slot, stores);
    if (edition === null) return notBegun(slot);
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

async function begunEdition(slot: Slot, { editions, ledger }: Stores): Promise<Edition | null> {
  const edition = await editions.get(slot);
  return edition !== null && (await ledger.hasBegun(edition.id)) ? edition : null;
}

function notBegun(slot: Slot): Report {
  const problems = [`${formatSlot(slot)}: its sending has not begun`];
  return { data: { slot }, lines: [], problems };
}

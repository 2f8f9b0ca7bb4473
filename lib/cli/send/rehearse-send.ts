import type { DeliveryState } from '#lib/delivery/delivery.ts';
import { formatForecast } from '#lib/delivery/forecast.ts';
import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { formatSlot } from '../choose-slot.ts';
import { composeEdition, withoutFreezing } from '../compose-edition.ts';
import { composeFaults, editionData, editionLines } from '../edition-summary.ts';
import { laterArticles } from '../later-articles.ts';
import { foretell, type MailOptions } from '../mail-options.ts';
import { notComposed } from '../not-composed.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';
import { count } from '../table.ts';
import { withStores } from '../with-stores.ts';

/** Says what a `send` would do now. Freezes no edition, claims no delivery, mails nobody. */
export async function rehearseSend(
  session: Session,
  topic: Topic,
  slot: Slot,
  options: MailOptions,
): Promise<Report> {
  return withStores(session, async (stores) => {
    const composed = await composeEdition(session, withoutFreezing(stores), topic, slot);
    if (!('edition' in composed)) return notComposed(slot, composed);
    const { edition } = composed;
    const { open, settled } = await sortOut(edition, stores);
    const before = settled > 0 ? `, ${settled} settled before` : '';
    const isNew = composed.kind === 'frozen';
    const told = foretell(open.length, options, session.settings.now);
    return {
      data: {
        slot,
        dryRun: true,
        edition: editionData(edition),
        wouldFreeze: isNew,
        wouldSend: open,
        settled,
        forecast: told,
      },
      lines: [
        `dry run: ${formatSlot(slot)} would go to ${count(open.length, 'subscriber')}${before}`,
        ...(options.rate === undefined ? [] : formatForecast(told).map((line) => `  ${line}`)),
        ...(isNew ? ['  the edition would be frozen first'] : []),
        ...editionLines(edition),
        ...(isNew ? [] : await laterArticles(session, stores, topic, edition)),
      ],
      problems: composeFaults(composed),
    };
  });
}

/** Ids of the active subscribers who have no settled delivery, and the number of who has. */
async function sortOut({ id, topicId }: Edition, { subscribers, ledger }: LocalStores) {
  const open: string[] = [];
  let settled = 0;
  for await (const subscriber of subscribers.list(topicId)) {
    if (subscriber.state !== 'active') continue;
    const delivery = await ledger.get({ editionId: id, subscriberId: subscriber.id });
    if (delivery === null || OPEN.has(delivery.state)) open.push(subscriber.id);
    else settled += 1;
  }
  return { open, settled };
}

const OPEN: ReadonlySet<DeliveryState> = new Set(['waiting', 'claimed', 'doubtful']);

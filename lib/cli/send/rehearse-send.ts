import type { DeliveryState } from '#lib/delivery/delivery.ts';
import { formatForecast, type Forecast } from '#lib/delivery/forecast.ts';
import type { Edition, Slot } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
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
import { withLocalStores, withRemoteStores } from '../with-stores.ts';
import { foretellOnStack } from './plan-on-stack.ts';

/** Says what a `send` would do now. Freezes no edition, claims no delivery, mails nobody. */
export async function rehearseSend(
  session: Session,
  topic: Topic,
  slot: Slot,
  options: MailOptions,
): Promise<Report> {
  const { now, remote } = session.settings;
  if (remote !== null)
    return withRemoteStores(remote, (stores) =>
      rehearse(session, topic, slot, stores, (recipients) =>
        foretellOnStack(recipients, stores, now),
      ),
    );
  return withLocalStores(session, (stores) =>
    rehearse(session, topic, slot, stores, async (recipients) =>
      // Without a rate there is nothing to foretell: all goes as fast as it can.
      options.rate === undefined ? null : foretell(recipients, options, now),
    ),
  );
}

async function rehearse(
  session: Session,
  topic: Topic,
  slot: Slot,
  stores: Stores,
  tell: (recipients: number) => Promise<Forecast | null>,
): Promise<Report> {
  const composed = await composeEdition(session, withoutFreezing(stores), topic, slot);
  if (!('edition' in composed)) return notComposed(slot, composed);
  const { edition } = composed;
  const { open, settled } = await sortOut(edition, stores);
  const before = settled > 0 ? `, ${settled} settled before` : '';
  const isNew = composed.kind === 'frozen';
  const told = await tell(open.length);
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
      ...(told === null ? [] : formatForecast(told).map((line) => `  ${line}`)),
      ...(isNew ? ['  the edition would be frozen first'] : []),
      ...editionLines(edition),
      ...(isNew ? [] : await laterArticles(session, stores, topic, edition)),
    ],
    problems: composeFaults(composed),
  };
}

/** Ids of the active subscribers who have no settled delivery, and the number of who has. */
async function sortOut({ id, topicId }: Edition, { subscribers, ledger }: Stores) {
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

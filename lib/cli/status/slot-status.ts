import { countDeliveries, formatCounts } from '#lib/delivery/count-deliveries.ts';
import type { Delivery } from '#lib/delivery/ledger.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { LocalStores } from '#lib/local/open-local.ts';
import { editionData, editionLines } from '../edition-summary.ts';
import type { Report } from '../report.ts';
import { table } from '../table.ts';

/** All about one edition, with each of its deliveries that is not simply sent. */
export async function slotStatus(edition: Edition, { ledger }: LocalStores): Promise<Report> {
  const deliveries = await countDeliveries(ledger.list(edition.id));
  const open: Delivery[] = [];
  for await (const delivery of ledger.list(edition.id))
    if (delivery.state !== 'sent') open.push(delivery);
  return {
    data: { edition: editionData(edition), deliveries, notSent: open },
    lines: [
      `${edition.topicId} ${edition.slot}: ${formatCounts(deliveries)}`,
      ...editionLines(edition),
      ...(open.length > 0 ? ['', 'Not sent:'] : []),
      ...table(open.map(deliveryRow), '  '),
    ],
    problems: [],
  };
}

function deliveryRow({ subscriberId, state, reason, claimedAt }: Delivery): string[] {
  if (state === 'claimed') return [subscriberId, 'doubtful', `claimed at ${claimedAt}, no result`];
  return [subscriberId, state, reason ?? ''];
}

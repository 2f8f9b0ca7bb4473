import { countDeliveries, formatCounts, stateAt } from '#lib/delivery/count-deliveries.ts';
import type { Delivery } from '#lib/delivery/delivery.ts';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
import { editionData, editionLines } from '../edition-summary.ts';
import type { Report } from '../report.ts';
import { table } from '../table.ts';

/** All about one edition, with each of its deliveries that is not simply sent. */
export async function slotStatus(edition: Edition, { ledger }: Stores, now: Date): Promise<Report> {
  const deliveries = await countDeliveries(ledger.list(edition.id), now);
  const head = await ledger.head(edition.id);
  const open: Delivery[] = [];
  for await (const delivery of ledger.list(edition.id))
    if (delivery.state !== 'sent') open.push(delivery);
  return {
    data: { edition: editionData(edition), head, deliveries, notSent: open },
    lines: [
      `${edition.topicId} ${edition.slot}: ${formatCounts(deliveries)}`,
      ...headLines(head),
      ...editionLines(edition),
      ...(open.length > 0 ? ['', 'Not sent:'] : []),
      ...table(
        open.map((delivery) => deliveryRow(delivery, now)),
        '  ',
      ),
    ],
    problems: [],
  };
}

/** Said only where the edition does not simply go out. */
function headLines(head: EditionHead | null): string[] {
  if (head === null || head.state === 'sending') return [];
  const { state, since, by, reason } = head;
  return [`  ${state} since ${since}, by ${by}${reason === null ? '' : `: ${reason}`}`];
}

function deliveryRow(delivery: Delivery, now: Date): string[] {
  const { subscriberId, state, since, reason } = delivery;
  if (state !== 'claimed') return [subscriberId, state, reason ?? ''];
  const isUnderWay = stateAt(delivery, now) === 'claimed';
  return [subscriberId, isUnderWay ? 'under way' : 'doubtful', `claimed at ${since}, no result`];
}

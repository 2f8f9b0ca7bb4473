import { countDeliveries, formatCounts, stateAt } from '#lib/delivery/count-deliveries.ts';
import type { Delivery } from '#lib/delivery/delivery.ts';
import { formatForecast } from '#lib/delivery/forecast.ts';
import { closedIn } from '#lib/delivery/pace-state.ts';
import type { PaceStore } from '#lib/delivery/pace.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Stores } from '#lib/stores.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { editionData, editionLines } from '../edition-summary.ts';
import type { Report } from '../report.ts';
import { table } from '../table.ts';
import { reportLines } from './report-lines.ts';
import { standingLines } from './standing-lines.ts';

/** All about one edition, with each of its deliveries that is not simply sent. */
export async function slotStatus(
  edition: Edition,
  topic: Topic,
  { ledger, pace }: Stores,
  now: Date,
): Promise<Report> {
  const deliveries = await countDeliveries(ledger.list(edition.id), now);
  const head = await ledger.head(edition.id);
  const [first] = await ledger.rounds(edition.id);
  const forecast = first?.forecast ?? null;
  const reports = await ledger.reports(edition.id);
  const waitsUntil = deliveries.waiting > 0 && pace ? await closedUntil(pace, now) : null;
  const open: Delivery[] = [];
  for await (const delivery of ledger.list(edition.id))
    if (delivery.state !== 'sent') open.push(delivery);
  return {
    data: {
      edition: editionData(edition),
      ...{ head, forecast, waitsUntil, deliveries, reports, notSent: open },
    },
    lines: [
      `${edition.topicId} ${edition.slot}: ${formatCounts(deliveries)}`,
      ...standingLines(head, topic, edition.slot, now),
      ...reportLines(reports),
      ...(forecast === null ? [] : formatForecast(forecast).map((line) => `  ${line}`)),
      ...(waitsUntil === null
        ? []
        : [`  the day's quota is used up: the rest waits until about ${waitsUntil}`]),
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

/** ISO instant, as whoever sends has noted it; null: mails may go out. */
async function closedUntil(pace: PaceStore, now: Date): Promise<string | null> {
  const until = await pace.change((state) => ({ state, answer: closedIn(state, now.getTime()) }));
  return until === null ? null : new Date(until).toISOString();
}

function deliveryRow(delivery: Delivery, now: Date): string[] {
  const { subscriberId, state, since, reason } = delivery;
  if (state !== 'claimed') return [subscriberId, state, reason ?? ''];
  const isUnderWay = stateAt(delivery, now) === 'claimed';
  return [subscriberId, isUnderWay ? 'under way' : 'doubtful', `claimed at ${since}, no result`];
}

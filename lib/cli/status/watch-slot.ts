import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryCounts } from '#lib/delivery/count-deliveries.ts';
import type { Report } from '../report.ts';
import type { Session } from '../session.ts';

const LOOKS_EVERY_MS = 2_000;

/** Shows a report anew every two seconds, until every delivery is settled or the person stops it. */
export async function watchSlot(
  { terminal, print }: Pick<Session, 'terminal' | 'print'>,
  look: () => Promise<{ report: Report; deliveries: DeliveryCounts }>,
): Promise<Report> {
  const stop = new AbortController();
  void terminal.interrupted().then(() => stop.abort());
  for (;;) {
    const { report, deliveries } = await look();
    if (stop.signal.aborted || isSettled(deliveries)) return report;
    print(report);
    await sleep(LOOKS_EVERY_MS, null, { signal: stop.signal }).catch(() => undefined);
  }
}

const isSettled = ({ waiting, claimed, doubtful }: DeliveryCounts) =>
  waiting + claimed + doubtful === 0;

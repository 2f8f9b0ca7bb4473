import type { Delivery } from './delivery.ts';
import type { EditionHead } from './edition-head.ts';
import type { DeliveryReport, ReasonCount } from './filed-report.ts';
import type { Deliveries, Plans } from './ledger.ts';

/** Reads what became of an edition from the ledger, in pages. @param at ISO instant of the report */
export async function deliveryReport(
  { editionId, begunAt }: EditionHead,
  ledger: Pick<Deliveries, 'list'> & Pick<Plans, 'groups'>,
  at: string,
): Promise<DeliveryReport> {
  const { counts, skips, failures } = await countAll(ledger.list(editionId));
  for await (const { doubts, reopened } of ledger.groups(editionId)) {
    counts.doubtful += new Set([...Object.keys(doubts), ...Object.keys(reopened)]).size;
    counts.resent += Object.keys(reopened).length;
  }
  return {
    editionId,
    startedAt: begunAt,
    closedAt: at,
    counts,
    skips: byFrequency(skips),
    failures: byFrequency(failures),
  };
}

async function countAll(deliveries: AsyncIterable<Delivery>) {
  const counts: DeliveryReport['counts'] = {
    ...{ planned: 0, sent: 0, skipped: 0, doubtful: 0 },
    ...{ resent: 0, bounced: 0, complained: 0, failed: 0 },
  };
  const skips = new Map<string, number>();
  const failures = new Map<string, number>();
  for await (const { state, reason } of deliveries) {
    counts.planned += 1;
    if (state === 'sent' || state === 'bounced' || state === 'complained') counts.sent += 1;
    if (state === 'bounced' || state === 'complained') counts[state] += 1;
    if (state !== 'skipped' && state !== 'failed') continue;
    counts[state] += 1;
    const reasons = state === 'skipped' ? skips : failures;
    const name = reason ?? 'no reason given';
    // A mail server may word each refusal anew; a report of a million reasons is none.
    const key = reasons.has(name) || reasons.size < REASONS_KEPT ? name : 'other reasons';
    reasons.set(key, (reasons.get(key) ?? 0) + 1);
  }
  return { counts, skips, failures };
}

const REASONS_KEPT = 100;

const byFrequency = (reasons: ReadonlyMap<string, number>): ReasonCount[] =>
  [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);

import type { Delivery, DeliveryState } from '#lib/delivery/delivery.ts';
import type { EditionHead } from '#lib/delivery/edition-head.ts';
import type { DeliveryReport } from '#lib/delivery/filed-report.ts';
import type { Person } from './audience.ts';
import type { Fate } from './ses-behaviour.ts';
import type { Tally } from './servers.ts';

/** What is known after a scenario, from both sides. */
export interface Evidence {
  people: readonly Person[];
  /** Ids of those who left, or were erased, while the edition was sent. */
  left: ReadonlySet<string>;
  /** What the server took. */
  tally: Tally;
  /** What the ledger says. */
  deliveries: readonly Delivery[];
  report: DeliveryReport;
  head: EditionHead;
  /** Ids of those whom the store of subscribers holds as active. */
  active: ReadonlySet<string>;
}

export interface Account {
  /** Mails that the server took. */
  accepted: number;
  /** Mails beyond the first to each. */
  duplicates: number;
  /** Active from beginning to end, address good, edition not cancelled, and no mail. */
  losses: number;
  doubtful: number;
  resent: number;
  /** Who has no mail, and why the ledger says so: "12 failed", "30 waiting: cancelled". */
  unsent: string;
  /** Where the ledger and the server, or the ledger and itself, do not agree. */
  disagreements: string[];
}

/** Holds what the server counted against the ledger. */
export function account(evidence: Evidence): Account {
  const { tally, report, deliveries } = evidence;
  const counts = new Map(tally.counts);
  const fates = new Map(evidence.people.map(({ id, fate }) => [id, fate]));
  const known = { ...evidence, counts, fates };
  const accepted = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    accepted,
    duplicates: accepted - counts.size,
    losses: lossesOf(evidence, counts),
    doubtful: report.counts.doubtful,
    resent: report.counts.resent,
    unsent: unsentOf(evidence),
    disagreements: [
      ...complain(
        tally.garbled,
        'mails whose headers, envelope and tags name different deliveries',
      ),
      ...complain(
        Math.abs(deliveries.length - evidence.people.length),
        'subscribers planned too few or too many',
      ),
      ...complain(
        deliveries.length - new Set(deliveries.map(idOf)).size,
        'subscribers listed twice',
      ),
      ...deliveries.flatMap((each) => disagreement(each, known)).slice(0, SHOWN),
    ],
  };
}

const SHOWN = 5;

const idOf = ({ subscriberId }: Delivery) => subscriberId;

const complain = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);

function lossesOf(
  { people, left, head, deliveries }: Evidence,
  counts: ReadonlyMap<string, number>,
) {
  const named = new Map(deliveries.map((each) => [each.subscriberId, each]));
  return people.filter(({ id, fate }) => {
    if (counts.has(`${head.editionId}.${id}`) || fate === 'rejected' || left.has(id)) return false;
    return !(head.state === 'cancelled' && named.get(id)?.state === 'waiting');
  }).length;
}

function unsentOf({ deliveries, head }: Evidence): string {
  const reasons = new Map<string, number>();
  for (const { state, reason } of deliveries) {
    if (TAKEN.has(state)) continue;
    const because = state === 'skipped' ? reason : OPEN.has(state) ? head.state : null;
    const why = because === null ? state : `${state}: ${because}`;
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  return [...reasons].map(([why, count]) => `${count} ${why}`).join(', ');
}

interface Known extends Evidence {
  /** Mails taken by delivery id. */
  counts: ReadonlyMap<string, number>;
  fates: ReadonlyMap<string, Fate>;
}

const OPEN: ReadonlySet<DeliveryState> = new Set(['waiting', 'claimed', 'doubtful']);
const TAKEN: ReadonlySet<DeliveryState> = new Set(['sent', 'bounced', 'complained']);

/** Where the state of a delivery is not what the server knows of it. */
function disagreement(
  { subscriberId: id, state, reason }: Delivery,
  { left, head, active, counts, fates }: Known,
): string[] {
  const isTaken = counts.has(`${head.editionId}.${id}`);
  const fate = fates.get(id);
  const isOff = !active.has(id);
  const demands: [boolean, string][] = [
    [!TAKEN.has(state) || isTaken, 'the server never took it'],
    [TAKEN.has(state) || state === 'doubtful' || !isTaken, 'the server took it'],
    [!OPEN.has(state) || head.state === 'cancelled', 'the edition is over'],
    [state !== 'failed' || fate === 'rejected', `its address is ${fate}`],
    [state !== 'skipped' || left.has(id), 'nobody left'],
    [state !== 'bounced' || (fate === 'bounce' && isOff), 'it did not bounce, or is mailed still'],
    [state !== 'complained' || (fate === 'complaint' && isOff), 'no complaint, or mailed still'],
  ];
  return demands
    .filter(([holds]) => !holds)
    .map(([, what]) => `${id} is ${state} (${reason ?? 'no reason'}), but ${what}`);
}

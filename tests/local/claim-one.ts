import type { Ledger } from '#lib/delivery/ledger.ts';

/** Plans a group of one subscriber, unless it is planned, and claims it: whether it is this claim's now. */
export async function claimOne(
  ledger: Ledger,
  editionId: string,
  subscriberId: string,
  claimId: string,
): Promise<boolean> {
  const at = '2026-01-05T07:00:00.000Z';
  const key = { editionId, round: 1, shard: 0, after: subscriberId };
  await ledger.putGroup({ ...key, subscriberIds: [subscriberId], preceding: 0, plannedAt: at });
  return (await ledger.claim(key, { id: claimId, at }))?.claimed === true;
}

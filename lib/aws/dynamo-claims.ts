import { openIds, type Group, type GroupKey } from '#lib/delivery/group.ts';
import type { Claims, Findings } from '#lib/delivery/ledger.ts';
import { parseGroup } from './group-item.ts';
import { ItemChange } from './item-change.ts';
import { groupKey, type LedgerTable } from './ledger-table.ts';

/** Claims of groups in the ledger's table, each one conditional update. */
export function dynamoClaims(table: LedgerTable): Claims {
  /** What the change left, or what stands there where it was not to be made. */
  const claim = async (key: GroupKey, change: ItemChange) => {
    const after = await table.update(groupKey(key), change);
    const standing = after ?? (await table.get(groupKey(key)));
    if (standing === undefined) return null;
    return { claimed: after !== null, group: parseGroup(standing, table.name) };
  };

  const record = async (key: GroupKey, findings: Findings) => {
    if (isEmpty(findings)) return;
    const exists = new ItemChange().when((path) => `attribute_exists(${path('owner')})`);
    await table.update(groupKey(key), withFindings(exists, findings));
  };

  return {
    claim: (key, { id, at }) =>
      claim(
        key,
        new ItemChange()
          .when((path) => `attribute_exists(${path('owner')})`)
          .when(
            (path, value) =>
              `attribute_not_exists(${path('claim')}) OR ${path('claim', 'id')} = ${value(id)}`,
          )
          .set(['claim'], { id, at }),
      ),

    takeOver: (group, { id, at }) => claim(group, takeOver(group, { id, at })),

    async settle(key, claimId, findings) {
      const change = new ItemChange()
        .when((path, value) => `${path('claim', 'id')} = ${value(claimId)}`)
        .remove(['claim']);
      const ended = await table.update(groupKey(key), withFindings(change, findings));
      if (ended === null) await record(key, findings);
    },

    record: (key, results) => record(key, { results, doubts: {} }),

    async reopen(group, subscriberIds, at) {
      const change = new ItemChange().when((path) => `attribute_not_exists(${path('claim')})`);
      for (const id of subscriberIds)
        change
          .when((path) => `attribute_not_exists(${path('results', id)})`)
          .when(
            (path, value) => `${path('doubts', id, 'since')} = ${value(group.doubts[id]?.since)}`,
          )
          .remove(['doubts', id])
          .set(['reopened', id], at);
      return (await table.update(groupKey(group), change)) !== null;
    },
  };
}

/** The same claim again finds itself: a write repeated after a lost answer. */
function takeOver(group: Group, claim: { id: string; at: string }): ItemChange {
  const former = group.claim;
  const change = new ItemChange()
    .when(
      (path, value) => `${path('claim', 'id')} IN (${value(former?.id ?? '')}, ${value(claim.id)})`,
    )
    .set(['claim'], claim);
  const reason = 'claimed by another run, which has left no result';
  for (const id of openIds(group))
    change.set(['doubts', id], { since: former?.at ?? claim.at, reason });
  return change;
}

/** The first result stands; the last doubt does, as the time to settle it begins with the last attempt. */
function withFindings(change: ItemChange, { results, doubts }: Findings): ItemChange {
  for (const [id, result] of Object.entries(results)) change.setIfNew(['results', id], result);
  for (const [id, doubt] of Object.entries(doubts)) change.set(['doubts', id], doubt);
  return change;
}

const isEmpty = ({ results, doubts }: Findings) =>
  Object.keys(results).length + Object.keys(doubts).length === 0;

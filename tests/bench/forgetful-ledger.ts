import { isFinished, type Group, type GroupKey } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';

/**
 * A ledger in memory that forgets a group once every delivery of it has its result, as a table that keeps them elsewhere
 * than in the process. Only what planning and delivering call; listing finds nothing.
 */
export function forgetfulLedger(): Ledger {
  const groups = new Map<string, Group>();
  const lastOf = new Map<string, Group>();
  return {
    ...ledgerInMemory(),
    putGroup: async (planned) => {
      const group = { ...planned, claim: null, results: {}, doubts: {}, reopened: {} };
      if (planned.subscriberIds.length > 0) groups.set(name(planned), group);
      lastOf.set(chainName(planned), group);
      return { put: true, group };
    },
    lastGroup: async (chain) => lastOf.get(chainName(chain)) ?? null,
    group: async (key) => groups.get(name(key)) ?? null,
    claim: async (key, claim) => {
      const standing = groups.get(name(key));
      if (standing === undefined) return null;
      const group = { ...standing, claim };
      groups.set(name(key), group);
      return { claimed: standing.claim === null, group };
    },
    settle: async (key, _claimId, { results, doubts }) => {
      const standing = groups.get(name(key));
      if (standing === undefined) return;
      const group = {
        ...standing,
        claim: null,
        results: { ...standing.results, ...results },
        doubts,
      };
      if (isFinished(group)) groups.delete(name(key));
      else groups.set(name(key), group);
    },
  };
}

const chainName = ({ editionId, round, shard }: Omit<GroupKey, 'after'>) =>
  [editionId, round, shard].join(' ');
const name = (key: GroupKey) => `${chainName(key)} ${key.after}`;

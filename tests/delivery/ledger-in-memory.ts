import type { Delivery, DeliveryEvent } from '#lib/delivery/delivery.ts';
import { hasBegun, type EditionHead, type Round } from '#lib/delivery/edition-head.ts';
import { openIds, type Claim, type Group, type GroupKey } from '#lib/delivery/group.ts';
import type { FiledReport } from '#lib/delivery/filed-report.ts';
import type { Findings, Ledger } from '#lib/delivery/ledger.ts';
import { mergeDeliveries } from '#lib/delivery/merge-deliveries.ts';
import { SHARDS } from '#lib/delivery/shard.ts';
import { unfold } from '#lib/delivery/unfold.ts';

/** A ledger in memory: passes the contract of all ledgers. */
export function ledgerInMemory(): Ledger {
  const heads = new Map<string, EditionHead>();
  const rounds: Round[] = [];
  const groups = new Map<string, Group>();
  const events = new Map<string, DeliveryEvent>();
  const filed = new Map<string, FiledReport>();

  const chain = (editionId: string, round: number, shard: number) =>
    [...groups.values()]
      .filter(
        (each) => each.editionId === editionId && each.round === round && each.shard === shard,
      )
      .sort((a, b) => (a.after < b.after ? -1 : 1));
  const roundsOf = (editionId: string) =>
    rounds.filter((round) => round.editionId === editionId).sort((a, b) => a.number - b.number);

  const take = (key: GroupKey, claim: Claim, mayTake: (group: Group) => Group | null) => {
    const standing = groups.get(name(key));
    if (standing === undefined) return null;
    const taken = mayTake(standing);
    if (taken === null) return { claimed: false, group: standing };
    const group = { ...taken, claim };
    groups.set(name(key), group);
    return { claimed: true, group };
  };

  const note = (key: GroupKey, { results, doubts }: Findings, isEnd: (group: Group) => boolean) => {
    const group = groups.get(name(key));
    if (group === undefined) return;
    groups.set(name(key), {
      ...group,
      results: { ...results, ...group.results },
      doubts: { ...group.doubts, ...doubts },
      claim: isEnd(group) ? null : group.claim,
    });
  };

  async function* list(editionId: string, only?: number): AsyncGenerator<Delivery> {
    for (const shard of only === undefined ? Array(SHARDS).keys() : [only]) {
      const planned = roundsOf(editionId).map(({ number }) =>
        each(chain(editionId, number, shard).flatMap(unfold)),
      );
      const own = [...events.values()].filter((event) => event.editionId === editionId);
      const ids = new Set(chainIds(editionId, shard));
      const sorted = own
        .filter(({ subscriberId }) => ids.has(subscriberId))
        .sort((a, b) => (a.subscriberId < b.subscriberId ? -1 : 1));
      yield* mergeDeliveries(planned, each(sorted));
    }
  }
  const chainIds = (editionId: string, shard: number) =>
    roundsOf(editionId).flatMap(({ number }) =>
      chain(editionId, number, shard).flatMap(({ subscriberIds }) => subscriberIds),
    );

  return {
    begin: async (opening) => {
      if (!heads.has(opening.editionId)) heads.set(opening.editionId, opening);
      return heads.get(opening.editionId) ?? opening;
    },
    head: async (editionId) => heads.get(editionId) ?? null,
    hasBegun: async (editionId) => hasBegun(heads.get(editionId) ?? null),
    changeState: async (editionId, { to, by, at, reason, contentHash }, from) => {
      const head = heads.get(editionId) ?? null;
      const isOther = contentHash !== undefined && contentHash !== head?.contentHash;
      if (head === null || !from.includes(head.state) || isOther) return { changed: false, head };
      const changed = { ...head, state: to, by, since: at, reason };
      heads.set(editionId, changed);
      return { changed: true, head: changed };
    },
    repin: async (editionId, from, to, states = ['planned']) => {
      const head = heads.get(editionId);
      if (head?.contentHash !== from || !states.includes(head.state)) return false;
      heads.set(editionId, { ...head, contentHash: to });
      return true;
    },

    rounds: async (editionId) => roundsOf(editionId),
    openRound: async (round) => {
      const standing = roundsOf(round.editionId).find(({ number }) => number === round.number);
      if (standing === undefined) rounds.push(round);
      return standing ?? round;
    },
    closeRound: async ({ editionId, number }, planned) => {
      const i = rounds.findIndex((each) => each.editionId === editionId && each.number === number);
      const round = rounds[i];
      if (round !== undefined) rounds[i] = { ...round, planned: round.planned ?? planned };
    },
    putGroup: async (planned) => {
      const standing = groups.get(name(planned));
      if (standing !== undefined) return { put: false, group: standing };
      const group = { ...planned, claim: null, results: {}, doubts: {}, reopened: {} };
      groups.set(name(planned), group);
      return { put: true, group };
    },
    lastGroup: async ({ editionId, round, shard }) => chain(editionId, round, shard).at(-1) ?? null,
    group: async (key) => groups.get(name(key)) ?? null,
    async *groups(editionId) {
      for (const { number } of roundsOf(editionId))
        for (const shard of Array(SHARDS).keys())
          for (const group of chain(editionId, number, shard))
            if (group.subscriberIds.length > 0) yield group;
    },

    claim: async (key, claim) =>
      take(key, claim, (group) =>
        group.claim === null || group.claim.id === claim.id ? group : null,
      ),
    takeOver: async (seen, claim) =>
      take(seen, claim, (group) => {
        const since = seen.claim?.at ?? '';
        const held = [seen.claim?.id, claim.id].includes(group.claim?.id);
        if (!held) return null;
        const reason = 'claimed by another run, which has left no result';
        const doubts = openIds(seen).map((id) => [id, { since, reason }]);
        return { ...group, doubts: { ...group.doubts, ...Object.fromEntries(doubts) } };
      }),
    settle: async (key, claimId, findings) =>
      note(key, findings, ({ claim }) => claim?.id === claimId),
    record: async (key, results) => note(key, { results, doubts: {} }, () => false),
    reopen: async (seen, ids, at) => {
      const group = groups.get(name(seen));
      const isSame = (id: string) =>
        group?.results[id] === undefined && group?.doubts[id]?.since === seen.doubts[id]?.since;
      if (group === undefined || group.claim !== null || !ids.every(isSame)) return false;
      const doubts = Object.entries(group.doubts).filter(([id]) => !ids.includes(id));
      const reopened = ids.map((id) => [id, at]);
      groups.set(name(seen), {
        ...group,
        doubts: Object.fromEntries(doubts),
        reopened: { ...group.reopened, ...Object.fromEntries(reopened) },
      });
      return true;
    },

    fileReport: async (report) => {
      const key = `${report.editionId} ${report.rounds}`;
      const standing = filed.get(key);
      if (standing === undefined) filed.set(key, report);
      return { filed: standing === undefined, report: standing ?? report };
    },
    noteTold: async ({ editionId, rounds }, told) => {
      const report = filed.get(`${editionId} ${rounds}`);
      if (report !== undefined) filed.set(`${editionId} ${rounds}`, { ...report, told });
    },
    reports: async (editionId) =>
      [...filed.values()]
        .filter((report) => report.editionId === editionId)
        .sort((a, b) => a.rounds - b.rounds),

    recordEvents: async (told) => {
      for (const event of told)
        events.set(`${event.editionId} ${event.subscriberId} ${event.type}`, event);
    },
    list,
    get: async ({ editionId, subscriberId }) => {
      for await (const delivery of list(editionId))
        if (delivery.subscriberId === subscriberId) return delivery;
      return null;
    },
  };
}

const name = ({ editionId, round, shard, after }: GroupKey) =>
  [editionId, round, shard, after].join(' ');

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

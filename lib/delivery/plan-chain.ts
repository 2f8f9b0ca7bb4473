import { GROUP_SIZE, type ChainKey, type Group, type PlannedGroup } from './group.ts';
import type { Plans } from './ledger.ts';

/** Ids of a shard that are to be planned and come after one, ascending. */
export type Candidates = (shard: number, after: string) => AsyncIterable<string>;

export interface ChainDeps {
  plans: Pick<Plans, 'lastGroup' | 'putGroup'>;
  candidates: Candidates;
  /** Told of each group that this planner put, or found in the place where it wanted to put its own. */
  onGroup: (group: Group) => Promise<void>;
  /** ISO instant. */
  at: string;
}

/**
 * Plans a shard to its end: from the last group that stands, each next one of the candidates after
 * it. Where another planner was first, its group stands and the chain goes on from there.
 * @returns the deliveries of the shard
 */
export async function planChain(chain: ChainKey, deps: ChainDeps): Promise<number> {
  let last = await deps.plans.lastGroup(chain);
  while (last === null || !isEnd(last)) last = await extend(chain, last, deps);
  return last.preceding;
}

const isEnd = ({ subscriberIds }: PlannedGroup) => subscriberIds.length === 0;

/** Puts groups until the end is put or another's group is met, and returns that one. */
async function extend(chain: ChainKey, last: Group | null, deps: ChainDeps): Promise<Group> {
  const { plans, candidates, onGroup, at: plannedAt } = deps;
  let link = linkAfter(last);
  for await (const subscriberIds of inGroups(candidates(chain.shard, link.after))) {
    const { put, group } = await plans.putGroup({ ...chain, ...link, subscriberIds, plannedAt });
    await onGroup(group);
    if (!put) return group;
    link = linkAfter(group);
  }
  const end = await plans.putGroup({ ...chain, ...link, subscriberIds: [], plannedAt });
  if (!end.put) await onGroup(end.group);
  return end.group;
}

/** Where the group after this one has its place. */
function linkAfter(group: Group | null): Pick<PlannedGroup, 'after' | 'preceding'> {
  if (group === null) return { after: '', preceding: 0 };
  const { subscriberIds, after, preceding } = group;
  return {
    after: subscriberIds.at(-1) ?? after,
    preceding: preceding + subscriberIds.length,
  };
}

async function* inGroups(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let group: string[] = [];
  for await (const id of ids) {
    group.push(id);
    if (group.length < GROUP_SIZE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

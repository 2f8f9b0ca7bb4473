import { candidatesOf, type CandidateDeps } from './candidates.ts';
import type { Candidates } from './plan-chain.ts';
import { SHARDS } from './shard.ts';

/** Who would be in the first round of an edition now. */
export async function countAudience(
  topicId: string,
  { subscribers }: Pick<CandidateDeps, 'subscribers'>,
): Promise<number> {
  // The first round asks the ledger nothing.
  const ledger = { list: () => nobody(), head: async () => null };
  const first = { kind: 'audience', isFirst: true } as const;
  return countCandidates(candidatesOf(first, { id: '', topicId }, { subscribers, ledger }));
}

/** How many a round would have: read in pages, the shards side by side. */
export async function countCandidates(candidates: Candidates): Promise<number> {
  const countShard = async (shard: number) => {
    const ids = candidates(shard, '')[Symbol.asyncIterator]();
    let found = 0;
    while (!(await ids.next()).done) found += 1;
    return found;
  };
  const shards = Array.from({ length: SHARDS }, (_, shard) => countShard(shard));
  return (await Promise.all(shards)).reduce((sum, found) => sum + found, 0);
}

async function* nobody(): AsyncGenerator<never> {}

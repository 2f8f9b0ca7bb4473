import { candidatesOf, type CandidateDeps } from './candidates.ts';
import { SHARDS } from './shard.ts';

/** Who would be in the first round of an edition now: read in pages, the shards side by side. */
export async function countAudience(
  topicId: string,
  { subscribers }: Pick<CandidateDeps, 'subscribers'>,
): Promise<number> {
  // The first round asks the ledger nothing.
  const ledger = { list: () => nobody(), head: async () => null };
  const first = { kind: 'audience', isFirst: true } as const;
  const candidates = candidatesOf(first, { id: '', topicId }, { subscribers, ledger });
  const countShard = async (shard: number) => {
    let found = 0;
    for await (const _id of candidates(shard, '')) found += 1;
    return found;
  };
  const shards = Array.from({ length: SHARDS }, (_, shard) => countShard(shard));
  return (await Promise.all(shards)).reduce((sum, found) => sum + found, 0);
}

async function* nobody(): AsyncGenerator<never> {}

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf, shardRange, SHARDS } from '#lib/delivery/shard.ts';

const shards = [...Array(SHARDS).keys()];
const isIn = (id: string, shard: number) => {
  const { from, below } = shardRange(shard);
  return id >= from && (below === null || id < below);
};

describe('shards', () => {
  it('hold every id once, each in the range of its shard', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (id) => {
        expect(shards.filter((shard) => isIn(id, shard))).toEqual([shardOf(id)]);
      }),
    );
  });

  it('have their equal share of random ids', () => {
    const ids = Array.from({ length: 8_000 }, () => randomUUID());
    const counts = shards.map((shard) => ids.filter((id) => shardOf(id) === shard).length);
    // Ten standard deviations around two thousand.
    expect(Math.min(...counts)).toBeGreaterThan(1_600);
    expect(Math.max(...counts)).toBeLessThan(2_400);
  });

  it('are as many as there are', () => {
    expect(() => shardRange(SHARDS)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUP_SIZE, type GroupKey } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { plan, planAgain, type PlanDeps } from '#lib/delivery/plan.ts';
import { SHARDS } from '#lib/delivery/shard.ts';
import { EditionChangedError } from '#lib/delivery/standing-edition.ts';
import type { IdRange, Subscriber } from '#lib/subscription/subscriber.ts';
import { collect, sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const edition = sampleEdition();

/** Ids that fall into all shards, as UUIDs do. */
const ids = (count: number) =>
  Array.from({ length: count }, (_, i) => `${(i % 16).toString(16)}-${String(i).padStart(4, '0')}`);

async function setup(people: readonly Subscriber[], changes: Partial<PlanDeps> = {}) {
  const subscribers = new SubscribersInMemory();
  subscribers.all.push(...people);
  const ledger = ledgerInMemory();
  const queue: GroupKey[] = [];
  const deps: PlanDeps = {
    subscribers,
    ledger,
    editions: { get: async () => null },
    queue: { put: async (groups) => void queue.push(...groups) },
    by: 'a test',
    now: () => NOW,
    ...changes,
  };
  return { deps, ledger, subscribers, queue };
}

const active = (count: number) => ids(count).map((id) => sampleSubscriber(id));

async function plannedIds(ledger: Ledger): Promise<string[]> {
  const groups = await collect(ledger.groups(edition.id));
  return groups.flatMap(({ subscriberIds }) => subscriberIds).sort();
}

describe('plan', () => {
  it('plans everybody who is active, in groups, and puts each on the queue once', async () => {
    const { deps, ledger, queue } = await setup(active(500));
    const report = await plan(edition, deps);
    expect(await plannedIds(ledger)).toEqual(ids(500).sort());
    expect(report).toEqual({ state: 'sending', planned: 500, queued: queue.length });
    const groups = await collect(ledger.groups(edition.id));
    const keys = groups.map(({ editionId, round, shard, after }) => ({
      editionId,
      round,
      shard,
      after,
    }));
    expect(new Set(queue.map((key) => JSON.stringify(key)))).toEqual(
      new Set(keys.map((key) => JSON.stringify(key))),
    );
    expect(queue).toHaveLength(groups.length);
    expect(Math.max(...groups.map(({ subscriberIds }) => subscriberIds.length))).toBe(GROUP_SIZE);
  });

  it('leaves out who may not be mailed', async () => {
    const { deps, ledger } = await setup([
      sampleSubscriber('ana'),
      sampleSubscriber('ben', { state: 'unsubscribed' }),
      sampleSubscriber('cy', { state: 'bounced' }),
      sampleSubscriber('eve', { state: 'pending' }),
    ]);
    expect(await plan(edition, deps)).toMatchObject({ planned: 1 });
    expect(await plannedIds(ledger)).toEqual(['ana']);
  });

  it('plans nobody where there is nobody, and is done with that', async () => {
    const { deps, ledger, queue } = await setup([]);
    expect(await plan(edition, deps)).toEqual({ state: 'sending', planned: 0, queued: 0 });
    expect(queue).toEqual([]);
    const [round] = await ledger.rounds(edition.id);
    expect(round?.planned).toEqual({ at: NOW.toISOString(), deliveries: 0 });
  });

  it('again plans nobody anew, and puts on the queue only what still waits', async () => {
    const { deps, ledger, queue, subscribers } = await setup(active(96));
    await plan(edition, deps);
    const [first] = queue.splice(0);
    if (first === undefined) throw new Error('nothing was queued');
    await ledger.claim(first, { id: 'worker', at: NOW.toISOString() });
    await subscribers.add(sampleSubscriber('late'));
    const again = await plan(edition, deps);
    expect(again).toMatchObject({ planned: 96, queued: SHARDS - 1 });
    expect(queue).not.toContainEqual(first);
    expect(await plannedIds(ledger)).toEqual(ids(96).sort());
  });

  it('plans nothing of an edition that was cancelled', async () => {
    const { deps, ledger, queue } = await setup(active(3));
    const cancel = { to: 'cancelled', by: 'ana', at: NOW.toISOString(), reason: null } as const;
    const gate: Ledger = {
      ...ledger,
      begin: async (head) => {
        await ledger.begin(head);
        return (await ledger.changeState(edition.id, cancel, ['sending'])).head ?? head;
      },
    };
    const report = await plan(edition, { ...deps, ledger: gate });
    expect(report).toEqual({ state: 'cancelled', planned: 0, queued: 0 });
    expect(queue).toEqual([]);
  });

  it('refuses another edition of the slot than the one whose delivery has begun', async () => {
    const { deps } = await setup(active(3));
    await plan(edition, deps);
    const other = { ...edition, contentHash: 'other' };
    await expect(plan(other, deps)).rejects.toBeInstanceOf(EditionChangedError);
  });

  it('holds no more than a group of each shard at a time', async () => {
    const people = active(4_000);
    const { deps, ledger, subscribers } = await setup(people);
    let [read, put, most] = [0, 0, 0];
    const list = async function* (topicId: string, range?: IdRange) {
      for await (const person of subscribers.list(topicId, range)) {
        read += 1;
        most = Math.max(most, read - put);
        yield person;
      }
    };
    const counting: Ledger = {
      ...ledger,
      putGroup: async (group) => {
        put += group.subscriberIds.length;
        return ledger.putGroup(group);
      },
    };
    await plan(edition, { ...deps, subscribers: { list }, ledger: counting });
    expect(put).toBe(4_000);
    expect(most).toBeLessThanOrEqual(GROUP_SIZE * SHARDS);
  });
});

describe('planAgain', () => {
  it('plans who came since the last plan, and nobody else again', async () => {
    const { deps, ledger, subscribers } = await setup(active(60));
    await planAgain(edition, 'audience', deps);
    for (const id of ['0-new', '7-new', 'zoe']) await subscribers.add(sampleSubscriber(id));
    const report = await planAgain(edition, 'audience', deps);
    expect(report).toMatchObject({ planned: 63 });
    expect(await plannedIds(ledger)).toEqual([...ids(60), '0-new', '7-new', 'zoe'].sort());
    const rounds = await ledger.rounds(edition.id);
    expect(rounds.map(({ kind, planned }) => [kind, planned?.deliveries])).toEqual([
      ['audience', 60],
      ['audience', 3],
    ]);
  });

  it('opens no round for nobody', async () => {
    const { deps, ledger } = await setup(active(3));
    await planAgain(edition, 'audience', deps);
    await planAgain(edition, 'audience', deps);
    await planAgain(edition, 'failed', deps);
    expect(await ledger.rounds(edition.id)).toHaveLength(1);
  });

  it('plans those that failed, and them alone', async () => {
    const { deps, ledger } = await setup(active(40));
    await plan(edition, deps);
    const at = NOW.toISOString();
    for await (const group of ledger.groups(edition.id))
      await ledger.record(group, {
        ...Object.fromEntries(
          group.subscriberIds.map((id) => [id, { state: 'sent', at, messageId: 'm' }] as const),
        ),
        ...(group.shard < 2 && {
          [group.subscriberIds[0] ?? '']: { state: 'failed', at, reason: 'full' } as const,
        }),
      });
    await planAgain(edition, 'failed', deps);
    const again = (await collect(ledger.list(edition.id))).filter(({ round }) => round === 2);
    expect(again.map(({ subscriberId, state }) => [subscriberId, state])).toEqual([
      ['0-0000', 'waiting'],
      ['4-0004', 'waiting'],
    ]);
  });
});

/** A kill: everything that the planner does after it fails. */
class Killed extends Error {}

function dyingAfter(writes: number, ledger: Ledger): Ledger {
  let left = writes;
  const step =
    <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      if (left-- <= 0) throw new Killed();
      return write(...args);
    };
  return {
    ...ledger,
    begin: step(ledger.begin),
    openRound: step(ledger.openRound),
    putGroup: step(ledger.putGroup),
    closeRound: step(ledger.closeRound),
  };
}

const someIds = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom(...'0189afz-'), minLength: 1, maxLength: 3 }),
  { maxLength: 120 },
);

describe('planning that is killed, however often, while the audience changes', () => {
  it('plans nobody twice, and leaves nobody out who was there all the time', async () => {
    const change = fc.record({ writes: fc.nat(9), leave: fc.nat(200), join: someIds });
    await fc.assert(
      fc.asyncProperty(someIds, fc.array(change, { maxLength: 6 }), async (first, changes) => {
        const { deps, ledger, subscribers, queue } = await setup(
          first.map((id) => sampleSubscriber(id)),
        );
        const stayed = new Set(first);
        for (const { writes, leave, join } of changes) {
          await plan(edition, { ...deps, ledger: dyingAfter(writes, ledger) }).catch(onlyKilled);
          const [gone] = subscribers.all.splice(leave % (subscribers.all.length + 1), 1);
          stayed.delete(gone?.id ?? '');
          for (const id of join) await subscribers.add(sampleSubscriber(id));
        }
        const { planned } = await plan(edition, deps);
        const all = await plannedIds(ledger);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(planned);
        expect([...stayed].filter((id) => !all.includes(id))).toEqual([]);
        expect(new Set(queue.map(({ after, shard }) => `${shard} ${after}`)).size).toBe(
          (await collect(ledger.groups(edition.id))).length,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('nor where two planners who read different audiences are at it at once', async () => {
    await fc.assert(
      fc.asyncProperty(someIds, someIds, fc.infiniteStream(fc.nat(3)), async (ana, ben, delays) => {
        const { deps, ledger } = await setup([]);
        const planners = [ana, ben].map(async (audience) => {
          const own = await setup(audience.map((id) => sampleSubscriber(id)));
          const slow: Ledger = {
            ...ledger,
            putGroup: async (group) => {
              for (let i = delays.next().value ?? 0; i > 0; i--) await Promise.resolve();
              return ledger.putGroup(group);
            },
          };
          return plan(edition, { ...deps, subscribers: own.subscribers, ledger: slow });
        });
        const reports = await Promise.all(planners);
        const all = await plannedIds(ledger);
        expect(new Set(all).size).toBe(all.length);
        expect(reports.map(({ planned }) => planned)).toEqual([all.length, all.length]);
        const inBoth = ana.filter((id) => ben.includes(id));
        expect(inBoth.filter((id) => !all.includes(id))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

function onlyKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

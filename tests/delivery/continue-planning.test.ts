import { beforeEach, describe, expect, it } from 'vitest';
import { continuePlanning, type ContinueDeps } from '#lib/delivery/continue-planning.ts';
import type { EditionHead, EditionState } from '#lib/delivery/edition-head.ts';
import { isOverdue, noteOverdue } from '#lib/delivery/overdue.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { sampleTopic } from '../edition/compose-fixture.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW, subscribers } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const edition = sampleEdition();
const at = NOW.toISOString();
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const headIn = (state: EditionState): EditionHead => ({
  ...{ editionId: edition.id, contentHash: edition.contentHash, begunAt: at, since: at },
  ...{ state, by: 'approval link', reason: null, startBy: later(60).toISOString() },
});

let deps: ContinueDeps;
let now: Date;

beforeEach(async () => {
  now = NOW;
  const people = new SubscribersInMemory();
  for (const person of subscribers(3)) await people.add(person);
  const limits = { maxPerDay: 1_000, maxPerSecond: 10, sentLast24h: 0 };
  deps = {
    ...{ ledger: ledgerInMemory(), subscribers: people, queue: null, by: 'reconcile' },
    ...{ quota: { read: async () => limits }, usdAThousand: 0.1, topic: sampleTopic() },
    editions: { get: async () => edition },
    now: () => now,
  };
});

describe('planning that nobody goes on with', () => {
  it('is done for an edition that was approved, with its forecast', async () => {
    await deps.ledger.begin(headIn('sending'));
    expect(await continuePlanning(headIn('sending'), deps)).toMatchObject({ planned: 3 });
    const [round] = await deps.ledger.rounds(edition.id);
    expect(round).toMatchObject({ by: 'reconcile', forecast: { recipients: 3 } });
    expect(await continuePlanning(headIn('sending'), deps)).toBeNull();
  });

  it('is done for one whose planner was killed, once it had time enough', async () => {
    await deps.ledger.begin(headIn('sending'));
    const round = { editionId: edition.id, number: 1, kind: 'audience', by: 'compose' } as const;
    await deps.ledger.openRound({ ...round, startedAt: at, planned: null });
    expect(await continuePlanning(headIn('sending'), deps)).toBeNull();
    now = later(11);
    expect(await continuePlanning(headIn('sending'), deps)).toMatchObject({ planned: 3 });
  });

  it.each(['planned', 'paused', 'cancelled', 'closed'] as const)(
    'is not done for an edition that is %s',
    async (state) => {
      await deps.ledger.begin(headIn(state));
      expect(await continuePlanning(headIn(state), deps)).toBeNull();
      expect(await deps.ledger.rounds(edition.id)).toEqual([]);
    },
  );

  it('is refused for content other than what was approved', async () => {
    const head = { ...headIn('sending'), contentHash: 'other' };
    await deps.ledger.begin(head);
    await expect(continuePlanning(head, deps)).rejects.toThrow('its content differs');
  });
});

describe('an edition that nobody approved', () => {
  it('is overdue after its time, until that is noted', async () => {
    await deps.ledger.begin(headIn('planned'));
    expect(isOverdue(headIn('planned'), later(60))).toBe(false);
    expect(isOverdue(headIn('planned'), later(61))).toBe(true);
    expect(isOverdue(headIn('sending'), later(61))).toBe(false);
    await noteOverdue(headIn('planned'), deps);
    const noted = await deps.ledger.head(edition.id);
    expect(noted).toMatchObject({ state: 'planned', reason: /should have begun by/ });
    expect(noted !== null && isOverdue(noted, later(61))).toBe(false);
  });

  it('is not noted once it is approved', async () => {
    await deps.ledger.begin(headIn('sending'));
    await noteOverdue(headIn('planned'), deps);
    expect(await deps.ledger.head(edition.id)).toEqual(headIn('sending'));
  });
});

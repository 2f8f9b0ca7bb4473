import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Result } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { plan, planAgain, type PlanDeps } from '#lib/delivery/plan.ts';
import { DEFAULT_SETTINGS, type Cadence } from '#lib/subscription/settings.ts';
import { collect, sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const person = (id: string, cadence: Cadence) =>
  sampleSubscriber(id, { settings: { ...DEFAULT_SETTINGS, cadence } });

function setup(ledger: Ledger = ledgerInMemory()) {
  const subscribers = new SubscribersInMemory();
  subscribers.all.push(person('0-month', 'monthly'), person('1-every', 'every'));
  const deps: PlanDeps = {
    ...{ subscribers, ledger, queue: null, by: 'a test', now: () => NOW },
    editions: { get: async () => null },
  };
  const planned = async (slot: string) => {
    const edition = sampleEdition(slot);
    await plan(edition, deps);
    const listed = await collect(ledger.list(edition.id));
    return listed.map(({ subscriberId }) => subscriberId);
  };
  /** What became of everybody in the edition of a slot. */
  const end = async (slot: string, state: 'sent' | 'failed' | 'skipped') => {
    for (const group of await collect(ledger.groups(sampleEdition(slot).id))) {
      const at = NOW.toISOString();
      const result: Result =
        state === 'sent' ? { state, at, messageId: 'm' } : { state, at, reason: 'a test' };
      const results = group.subscriberIds.map((id) => [id, result] as const);
      await ledger.record(group, Object.fromEntries(results));
    }
  };
  return { deps, subscribers, ledger, planned, end };
}

describe('who wants one edition a month', () => {
  it('gets the first of each calendar month', async () => {
    const { planned, end } = setup();
    const got: string[] = [];
    for (const slot of ['2026-01-26', '2026-02-02', '2026-02-09', '2026-02-16', '2026-03-02']) {
      if ((await planned(slot)).includes('0-month')) got.push(slot);
      await end(slot, 'sent');
    }
    expect(got).toEqual(['2026-01-26', '2026-02-02', '2026-03-02']);
  });

  it.each(['failed', 'skipped'] as const)(
    'gets the next one of the month where the first was %s',
    async (state) => {
      const { planned, end } = setup();
      expect(await planned('2026-02-02')).toContain('0-month');
      await end('2026-02-02', state);
      expect(await planned('2026-02-09')).toContain('0-month');
      await end('2026-02-09', 'sent');
      expect(await planned('2026-02-16')).toEqual(['1-every']);
    },
  );

  it('gets the next one of the month where the first was cancelled before it went out', async () => {
    const { planned, ledger } = setup();
    await planned('2026-02-02');
    expect(await planned('2026-02-09')).toEqual(['1-every']);
    const cancel = { to: 'cancelled', by: 'a test', at: NOW.toISOString(), reason: null } as const;
    await ledger.changeState('harbour-talks.2026-02-02', cancel, ['sending']);
    expect(await planned('2026-02-16')).toContain('0-month');
  });

  it('is not sent an earlier edition of the month after a later one', async () => {
    const { planned, end } = setup();
    await planned('2026-02-09');
    await end('2026-02-09', 'sent');
    expect(await planned('2026-02-02')).toEqual(['1-every']);
  });

  it('is not planned by a second round either', async () => {
    const { planned, deps, end, ledger, subscribers } = setup();
    await planned('2026-02-02');
    await end('2026-02-02', 'sent');
    await planned('2026-02-09');
    subscribers.all.push(person('2-every', 'every'));
    const edition = sampleEdition('2026-02-09');
    await planAgain(edition, 'audience', deps);
    const listed = await collect(ledger.list(edition.id));
    expect(listed.map(({ subscriberId }) => subscriberId)).toEqual(['1-every', '2-every']);
  });

  it('is one of those who get the first of two editions, whoever else there is', async () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[0-9a-f]{3}$/),
        cadence: fc.constantFrom<Cadence>('every', 'monthly'),
      }),
      { selector: ({ id }) => id, maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(people, async (everybody) => {
        const { planned, end, subscribers } = setup();
        subscribers.all.push(...everybody.map(({ id, cadence }) => person(id, cadence)));
        const idsOf = (cadence?: Cadence) =>
          subscribers.all
            .filter(({ settings }) => cadence === undefined || settings?.cadence === cadence)
            .map(({ id }) => id)
            .sort();
        expect(await planned('2026-02-02')).toEqual(idsOf());
        await end('2026-02-02', 'sent');
        expect(await planned('2026-02-09')).toEqual(idsOf('every'));
      }),
      { numRuns: 25 },
    );
  });
});

it('nothing of the month is read where nobody is monthly', async () => {
  const { planned, end, subscribers, ledger } = setup();
  subscribers.all.shift();
  await planned('2026-02-02');
  await end('2026-02-02', 'sent');
  const list = vi.spyOn(ledger, 'list');
  const head = vi.spyOn(ledger, 'head');
  await plan(sampleEdition('2026-02-09'), {
    subscribers,
    ledger,
    queue: null,
    editions: { get: async () => null },
    by: 'a test',
    now: () => NOW,
  });
  expect(list).not.toHaveBeenCalled();
  expect(new Set(head.mock.calls.flat())).toEqual(new Set(['harbour-talks.2026-02-09']));
});

import { beforeEach, describe, expect, it } from 'vitest';
import { CLAIM_LEASE_MS, openIds, type Group } from '#lib/delivery/group.ts';
import { settleByHand, type Word } from '#lib/delivery/settle-by-hand.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const editionId = 'harbour-talks.2026-01-05';
const AT = '2026-01-05T07:00:00.000Z';
const KEY = { editionId, round: 1, shard: 0, after: '' };
const doubt = { since: AT, reason: 'the connection broke' };

/** An edition of five in one group: ana has it, ben and bo are in doubt, cy and di wait. */
async function doubtful() {
  const ledger = ledgerInMemory();
  const clock = { ms: Date.parse(AT) + 60_000 };
  await ledger.openRound({
    ...{ editionId, number: 1, kind: 'audience', by: 'test', startedAt: AT, planned: null },
  });
  const subscriberIds = ['ana', 'ben', 'bo', 'cy', 'di'];
  await ledger.putGroup({ ...KEY, subscriberIds, preceding: 0, plannedAt: AT });
  await ledger.settle(KEY, '-', {
    results: { ana: { state: 'sent', at: AT, messageId: 'm-ana' } },
    doubts: { ben: doubt, bo: doubt },
  });
  const settle = (as: Word['as'], ids: string[] | null = null, copies: string[] = []) =>
    settleByHand(
      editionId,
      { as, ids: ids === null ? null : new Set(ids), by: 'the operator' },
      {
        ledger,
        now: () => new Date(clock.ms),
        mailer: {
          accepted: async (id) =>
            copies.some((name) => id.endsWith(name)) ? { messageId: 'copy' } : null,
        },
      },
    );
  const group = async () => (await ledger.group(KEY)) as Group;
  return { ledger, clock, settle, group };
}

describe('settling doubts by hand', () => {
  let world: Awaited<ReturnType<typeof doubtful>>;
  beforeEach(async () => {
    world = await doubtful();
  });

  it('records what is said to be sent, and on whose word', async () => {
    const { settle, group, ledger } = world;
    expect(await settle('sent')).toEqual({
      ...{ settled: ['ben', 'bo'], known: 0, busy: [], notInDoubt: [], claimed: null },
    });
    expect(openIds(await group())).toEqual(['cy', 'di']);
    const reason = 'by the word of the operator';
    const ben = await ledger.get({ editionId, subscriberId: 'ben' });
    expect(ben).toMatchObject({ state: 'sent', reason });
    expect(await settle('sent')).toMatchObject({ settled: [] });
  });

  it('lets out what is said to be unsent, and nobody else', async () => {
    const { settle, group } = world;
    expect(await settle('unsent', ['bo', 'cy', 'moon'])).toMatchObject({
      settled: ['bo'],
      notInDoubt: ['cy', 'moon'],
    });
    expect(openIds(await group())).toEqual(['bo', 'cy', 'di']);
    expect((await group()).doubts).toEqual({ ben: doubt });
  });

  it('believes a copy of the mail more than the person', async () => {
    const { settle, group } = world;
    expect(await settle('unsent', null, ['ben'])).toMatchObject({ settled: ['bo'], known: 1 });
    expect((await group()).results['ben']).toMatchObject({ state: 'sent', messageId: 'copy' });
  });

  it.each(['sent', 'unsent'] as const)(
    'changes nothing where a run holds the group: %s',
    async (as) => {
      const { ledger, clock, settle, group } = world;
      const claim = { id: 'worker', at: new Date(clock.ms).toISOString() };
      await ledger.claim(KEY, claim);
      const before = await group();
      expect(await settle(as)).toMatchObject({
        ...{ settled: [], busy: ['ben', 'bo'], claimed: { count: 2, since: claim.at } },
      });
      expect(await group()).toEqual(before);
    },
  );

  it('takes what a dead run left without a result for doubtful too', async () => {
    const { ledger, clock, settle } = world;
    await ledger.claim(KEY, { id: 'dead', at: new Date(clock.ms).toISOString() });
    clock.ms += CLAIM_LEASE_MS;
    expect(await settle('sent')).toMatchObject({ settled: ['ben', 'bo', 'cy', 'di'], busy: [] });
  });
});

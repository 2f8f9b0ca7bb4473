import { describe, expect, it } from 'vitest';
import type { DeliveryEvent } from '#lib/delivery/delivery.ts';
import type { EditionHead, Round } from '#lib/delivery/edition-head.ts';
import type { FiledReport } from '#lib/delivery/filed-report.ts';
import { openIds, type Group, type GroupKey, type PlannedGroup } from '#lib/delivery/group.ts';
import type { Ledger } from '#lib/delivery/ledger.ts';
import { collect } from './sample-data.ts';
import type { Races } from './races.ts';

const AT = '2026-01-05T07:00:00.000Z';
const LATER = '2026-01-05T08:00:00.000Z';
let editions = 0;

/** An edition that no other test uses: the tests share one table. */
const newEdition = () => `topic-${++editions}.2026-01-05`;

const claimOf = (id: string, at = AT) => ({ id, at });
const sent = (messageId: string, at = LATER) => ({ state: 'sent', at, messageId }) as const;
const failed = (at = LATER) => ({ state: 'failed', at, reason: 'no such mailbox' }) as const;

function headOf(editionId: string): EditionHead {
  const state = 'sending';
  return { editionId, contentHash: 'h', begunAt: AT, state, by: 'a test', since: AT, reason: null };
}

function reportOf(editionId: string): FiledReport {
  return {
    ...{ editionId, rounds: 1, told: 'unknown', startedAt: AT, closedAt: LATER },
    counts: {
      ...{ planned: 3, sent: 1, skipped: 1, doubtful: 0 },
      ...{ resent: 0, bounced: 0, complained: 0, failed: 1 },
    },
    skips: [{ reason: 'unsubscribed', count: 1 }],
    failures: [{ reason: 'no such mailbox', count: 1 }],
  };
}

function roundOf(editionId: string, number = 1): Round {
  return { editionId, number, kind: 'audience', by: 'a test', startedAt: AT, planned: null };
}

function groupOf(editionId: string, changes: Partial<PlannedGroup> = {}): PlannedGroup {
  return {
    editionId,
    round: 1,
    // The shard of ids that begin with 8 to b.
    shard: 2,
    after: '',
    subscriberIds: ['ana', 'ben'],
    preceding: 0,
    plannedAt: AT,
    ...changes,
  };
}

/** What every ledger keeps. */
export function ledgerContract(ledger: () => Ledger, { races = true }: Races = {}): void {
  /** A planned group of a new edition. */
  async function newGroup(changes: Partial<PlannedGroup> = {}): Promise<Group> {
    const editionId = changes.editionId ?? newEdition();
    await ledger().openRound(roundOf(editionId, changes.round ?? 1));
    return (await ledger().putGroup(groupOf(editionId, changes))).group;
  }
  const read = async (key: GroupKey) => {
    const group = await ledger().group(key);
    if (group === null) throw new Error('there is no such group');
    return group;
  };
  const stateOf = async ({ editionId }: GroupKey, subscriberId: string) =>
    (await ledger().get({ editionId, subscriberId }))?.state;

  describe('as a ledger of editions', () => {
    it('begins a delivery once, and keeps the first beginning', async () => {
      const head = headOf(newEdition());
      expect(await ledger().hasBegun(head.editionId)).toBe(false);
      expect(await ledger().head(head.editionId)).toBeNull();
      expect(await ledger().begin(head)).toEqual(head);
      expect(await ledger().begin({ ...head, contentHash: 'other' })).toEqual(head);
      expect(await ledger().hasBegun(head.editionId)).toBe(true);
    });

    it('changes a state only from the states that are named', async () => {
      const head = headOf(newEdition());
      await ledger().begin(head);
      const pause = { to: 'paused', by: 'ana', at: LATER, reason: 'too many bounces' } as const;
      const paused = { ...head, state: 'paused', by: 'ana', since: LATER, reason: pause.reason };
      const change = () => ledger().changeState(head.editionId, pause, ['sending', 'planned']);
      expect(await change()).toEqual({ changed: true, head: paused });
      expect(await change()).toEqual({ changed: false, head: paused });
      expect(await ledger().head(head.editionId)).toEqual(paused);
    });

    it('lets a planned edition be of other content, and one that is being sent not', async () => {
      const head = { ...headOf(newEdition()), state: 'planned', startBy: LATER } as const;
      await ledger().begin(head);
      expect(await ledger().hasBegun(head.editionId)).toBe(false);
      expect(await ledger().repin(head.editionId, 'other', 'h2')).toBe(false);
      expect(await ledger().repin(head.editionId, 'h', 'h2')).toBe(true);
      expect(await ledger().head(head.editionId)).toEqual({ ...head, contentHash: 'h2' });
      const approve = { to: 'sending', by: 'ana', at: LATER, reason: null } as const;
      const change = (contentHash: string) =>
        ledger().changeState(head.editionId, { ...approve, contentHash }, ['planned']);
      expect(await change('h')).toMatchObject({ changed: false, head: { state: 'planned' } });
      expect(await change('h2')).toMatchObject({ changed: true, head: { state: 'sending' } });
      expect(await ledger().hasBegun(head.editionId)).toBe(true);
      expect(await ledger().repin(head.editionId, 'h2', 'h3')).toBe(false);
      expect(await ledger().repin(newEdition(), 'h', 'h2')).toBe(false);
      expect(await ledger().repin(head.editionId, 'h', 'h3', ['sending'])).toBe(false);
      expect(await ledger().repin(head.editionId, 'h2', 'h3', ['sending', 'paused'])).toBe(true);
      expect(await ledger().head(head.editionId)).toMatchObject({ contentHash: 'h3' });
    });

    it('changes nothing of an edition that was never begun', async () => {
      const pause = { to: 'paused', by: 'ana', at: LATER, reason: null } as const;
      const nothing = { changed: false, head: null };
      expect(await ledger().changeState(newEdition(), pause, ['sending'])).toEqual(nothing);
    });
  });

  describe('as a ledger of reports', () => {
    it('files one report for each number of rounds, and keeps the first', async () => {
      const report = reportOf(newEdition());
      expect(await ledger().fileReport(report)).toEqual({ filed: true, report });
      const again = { ...report, closedAt: 'another' };
      expect(await ledger().fileReport(again)).toEqual({ filed: false, report });
      const later = { ...report, rounds: 2 };
      expect(await ledger().fileReport(later)).toEqual({ filed: true, report: later });
      expect(await ledger().reports(report.editionId)).toEqual([report, later]);
      expect(await ledger().reports(newEdition())).toEqual([]);
    });

    it('notes whether the operator was told, of a report that stands', async () => {
      const report = reportOf(newEdition());
      await ledger().noteTold(report, 'yes');
      expect(await ledger().reports(report.editionId)).toEqual([]);
      await ledger().fileReport(report);
      await ledger().noteTold(report, 'failed');
      expect(await ledger().reports(report.editionId)).toEqual([{ ...report, told: 'failed' }]);
    });
  });

  describe('as a ledger of plans', () => {
    it('keeps what was foretold of a round', async () => {
      const forecast = {
        ...{ recipients: 3, perSecond: 9.5, today: 2, carriedOver: 1, shareOfDay: 0.5 },
        ...{ finishesAt: LATER, costUsd: 0.1, refusal: null },
      };
      const round = { ...roundOf(newEdition()), forecast };
      await ledger().openRound(round);
      expect(await ledger().rounds(round.editionId)).toEqual([round]);
    });

    it('opens a round once, and gives back the one that stands', async () => {
      const round = roundOf(newEdition());
      expect(await ledger().openRound(round)).toEqual(round);
      expect(await ledger().openRound({ ...round, by: 'another' })).toEqual(round);
      await ledger().openRound({ ...round, number: 2, kind: 'failed' });
      const numbers = (await ledger().rounds(round.editionId)).map(({ number }) => number);
      expect(numbers).toEqual([1, 2]);
    });

    it('closes a round once', async () => {
      const round = roundOf(newEdition());
      await ledger().openRound(round);
      await ledger().closeRound(round, { at: AT, deliveries: 7 });
      await ledger().closeRound(round, { at: LATER, deliveries: 8 });
      const planned = { at: AT, deliveries: 7 };
      expect(await ledger().rounds(round.editionId)).toEqual([{ ...round, planned }]);
    });

    it('gives the place after a group to one group only', async () => {
      const first = await newGroup();
      expect(first).toMatchObject({ claim: null, results: {}, doubts: {}, reopened: {} });
      const second = groupOf(first.editionId, { subscriberIds: ['aaron'] });
      expect(await ledger().putGroup(second)).toEqual({ put: false, group: first });
    });

    it.skipIf(!races)('gives it to one of many planners at once', async () => {
      const editionId = newEdition();
      const puts = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          ledger().putGroup(groupOf(editionId, { subscriberIds: [`a${i}`] })),
        ),
      );
      expect(puts.filter(({ put }) => put)).toHaveLength(1);
      expect(new Set(puts.map(({ group }) => group.subscriberIds[0])).size).toBe(1);
    });

    it('finds the last group of a chain, and no group of another', async () => {
      const first = await newGroup();
      const { editionId } = first;
      const chain = { editionId, round: 1, shard: 2 };
      expect(await ledger().lastGroup(chain)).toEqual(first);
      const second = await newGroup({ editionId, after: 'ben', subscriberIds: ['bob'] });
      await newGroup({ editionId, round: 2, after: 'bob', subscriberIds: ['zoe'] });
      await newGroup({ editionId, shard: 3, after: 's', subscriberIds: ['t'] });
      expect(await ledger().lastGroup(chain)).toEqual(second);
      expect(await ledger().lastGroup({ ...chain, shard: 1 })).toBeNull();
      expect(await ledger().lastGroup({ ...chain, round: 3 })).toBeNull();
    });

    it('goes through all groups of an edition, without the ends', async () => {
      const last = await newGroup({ shard: 3, subscriberIds: ['zoe'] });
      const { editionId } = last;
      const first = await newGroup({ editionId });
      await newGroup({ editionId, after: 'ben', subscriberIds: [] });
      expect(await collect(ledger().groups(editionId))).toEqual([first, last]);
      expect(await collect(ledger().groups(newEdition()))).toEqual([]);
    });
  });

  describe('as a ledger of claims', () => {
    it.skipIf(!races)('gives a group to one of many who claim it at once', async () => {
      const group = await newGroup();
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => ledger().claim(group, claimOf(`claim-${i}`))),
      );
      expect(answers.filter((answer) => answer?.claimed)).toHaveLength(1);
    });

    it('tells who comes second what stands there', async () => {
      const group = await newGroup();
      const claimed = { ...group, claim: claimOf('first') };
      expect(await ledger().claim(group, claimOf('first'))).toEqual({
        claimed: true,
        group: claimed,
      });
      const second = await ledger().claim(group, claimOf('second', LATER));
      expect(second).toEqual({ claimed: false, group: claimed });
    });

    it('takes a claim repeated after a lost answer for the same claim', async () => {
      const group = await newGroup();
      await ledger().claim(group, claimOf('first'));
      expect(await ledger().claim(group, claimOf('first'))).toMatchObject({ claimed: true });
    });

    it('claims no group that was never planned', async () => {
      const group = groupOf(newEdition());
      expect(await ledger().claim(group, claimOf('first'))).toBeNull();
      await ledger().settle(group, 'first', { results: { ana: sent('m') }, doubts: {} });
      expect(await ledger().group(group)).toBeNull();
    });

    it('records what came of a claim, and gives the rest free', async () => {
      const group = await newGroup({ subscriberIds: ['ana', 'ben', 'bob', 'bud'] });
      await ledger().claim(group, claimOf('first'));
      const results = { ana: sent('m-1'), ben: failed() };
      const doubts = { bob: { since: LATER, reason: 'reset' } };
      await ledger().settle(group, 'first', { results, doubts });
      const settled = await read(group);
      expect(settled).toEqual({ ...group, results, doubts });
      expect(openIds(settled)).toEqual(['bud']);
      expect(await ledger().claim(group, claimOf('second'))).toMatchObject({ claimed: true });
    });

    it('gives a claim back where nothing came of it', async () => {
      const group = await newGroup();
      await ledger().claim(group, claimOf('first'));
      await ledger().settle(group, 'first', { results: {}, doubts: {} });
      expect(await read(group)).toEqual(group);
    });

    it('never overwrites a result by another, or by a doubt', async () => {
      const group = await newGroup();
      await ledger().record(group, { ana: sent('m-1', AT) });
      await ledger().record(group, { ana: failed() });
      const doubts = { ana: { since: LATER, reason: 'reset' } };
      await ledger().settle(group, 'nobody', { results: { ana: sent('m-2') }, doubts });
      expect((await read(group)).results).toEqual({ ana: sent('m-1', AT) });
      expect(await stateOf(group, 'ana')).toBe('sent');
    });

    it('lets a group be taken over, with what was open in doubt since the former claim', async () => {
      const group = await newGroup({ subscriberIds: ['ana', 'ben', 'bob'] });
      await ledger().record(group, { ana: sent('m-1') });
      await ledger().claim(group, claimOf('dead'));
      const over = await ledger().takeOver(await read(group), claimOf('heir', LATER));
      expect(over).toMatchObject({ claimed: true, group: { claim: claimOf('heir', LATER) } });
      expect(Object.keys(over?.group.doubts ?? {})).toEqual(['ben', 'bob']);
      expect(over?.group.doubts['ben']).toMatchObject({ since: AT });
    });

    it('does not let a group be taken over from a claim that has ended, or that another took over', async () => {
      const group = await newGroup();
      await ledger().claim(group, claimOf('first'));
      const seen = await read(group);
      await ledger().takeOver(seen, claimOf('heir'));
      const late = await ledger().takeOver(seen, claimOf('late'));
      expect(late).toMatchObject({ claimed: false, group: { claim: claimOf('heir') } });
      await ledger().settle(group, 'heir', { results: {}, doubts: {} });
      expect(await ledger().takeOver(seen, claimOf('late'))).toMatchObject({ claimed: false });
    });

    it('records what a worker knows whose group was taken over, and leaves the claim to the heir', async () => {
      const group = await newGroup();
      await ledger().claim(group, claimOf('slow'));
      await ledger().takeOver(await read(group), claimOf('heir'));
      await ledger().settle(group, 'slow', { results: { ana: sent('m-1') }, doubts: {} });
      expect(await read(group)).toMatchObject({
        claim: claimOf('heir'),
        results: { ana: sent('m-1') },
      });
    });

    it('lets a delivery out of doubt once, if it is the doubt that was seen', async () => {
      const group = await newGroup();
      const doubts = { ana: { since: AT, reason: 'reset' } };
      await ledger().settle(group, 'nobody', { results: {}, doubts });
      const seen = await read(group);
      expect(await ledger().reopen(seen, ['ana'], LATER)).toBe(true);
      expect(await ledger().reopen(seen, ['ana'], LATER)).toBe(false);
      const reopened = await read(group);
      expect(openIds(reopened)).toEqual(['ana', 'ben']);
      expect(reopened.reopened).toEqual({ ana: LATER });
    });

    it('does not let a delivery out of doubt while somebody holds its group', async () => {
      const group = await newGroup();
      const doubts = { ana: { since: AT, reason: 'reset' } };
      await ledger().settle(group, 'nobody', { results: {}, doubts });
      const seen = await read(group);
      await ledger().claim(group, claimOf('worker'));
      expect(await ledger().reopen(seen, ['ana'], LATER)).toBe(false);
      expect(await stateOf(group, 'ana')).toBe('doubtful');
    });

    it('keeps on whose word a delivery is sent', async () => {
      const group = await newGroup();
      const reason = 'seen in the log';
      await ledger().record(group, { ana: { ...sent('m-1'), reason } });
      const { editionId } = group;
      const known = await ledger().get({ editionId, subscriberId: 'ana' });
      expect(known).toMatchObject({ state: 'sent', reason });
    });

    it('does not let a delivery out of a doubt that was settled or is newer than it seemed', async () => {
      const group = await newGroup();
      const doubt = { since: AT, reason: 'reset' };
      await ledger().settle(group, '-', { results: {}, doubts: { ana: doubt, ben: doubt } });
      const seen = await read(group);
      await ledger().record(group, { ana: sent('m-1') });
      const newer = { ben: { since: LATER, reason: 'reset' } };
      await ledger().settle(group, '-', { results: {}, doubts: newer });
      expect(await ledger().reopen(seen, ['ana'], LATER)).toBe(false);
      expect(await ledger().reopen(seen, ['ben'], LATER)).toBe(false);
      expect((await read(group)).reopened).toEqual({});
    });
  });

  describe('as a ledger of deliveries', () => {
    const event = (group: GroupKey, subscriberId: string, type: DeliveryEvent['type']) => ({
      editionId: group.editionId,
      subscriberId,
      type,
      at: LATER,
      messageId: 'm-1',
      reason: null,
    });

    it('tells the state of each delivery', async () => {
      const group = await newGroup({ subscriberIds: ['ana', 'ben', 'bob', 'bud', 'bus'] });
      const { editionId } = group;
      const waiting = { editionId, subscriberId: 'ana', round: 1, reopenedAt: null };
      const open = { messageId: null, reason: null };
      expect(await ledger().get({ editionId, subscriberId: 'ana' })).toEqual({
        ...waiting,
        ...open,
        state: 'waiting',
        since: AT,
      });
      await ledger().claim(group, claimOf('first'));
      expect(await stateOf(group, 'ana')).toBe('claimed');
      await ledger().settle(group, 'first', {
        results: {
          ana: sent('m-1'),
          ben: failed(),
          bob: { state: 'skipped', at: LATER, reason: 'unsubscribed' },
        },
        doubts: { bud: { since: LATER, reason: 'reset' } },
      });
      const states = (await collect(ledger().list(editionId))).map(({ state }) => state);
      expect(states).toEqual(['sent', 'failed', 'skipped', 'doubtful', 'waiting']);
      const settled = await ledger().get({ editionId, subscriberId: 'ana' });
      expect(settled).toMatchObject({ state: 'sent', since: LATER, messageId: 'm-1' });
    });

    it('knows nothing of who was not planned', async () => {
      const group = await newGroup();
      await ledger().recordEvents([event(group, 'azur', 'bounce')]);
      expect(await stateOf(group, 'azur')).toBeUndefined();
      expect(await stateOf(group, 'zoe')).toBeUndefined();
      expect(await collect(ledger().list(group.editionId))).toHaveLength(2);
      expect(await ledger().get({ editionId: newEdition(), subscriberId: 'ana' })).toBeNull();
    });

    it('lists every delivery by subscriber, once, also those of several rounds', async () => {
      const { editionId } = await newGroup({ shard: 3, subscriberIds: ['s1', 's2'] });
      await newGroup({ editionId, shard: 3, after: 's2', subscriberIds: ['s3', 's30'] });
      await newGroup({ editionId, subscriberIds: ['ana'] });
      await newGroup({ editionId, round: 2, shard: 3, subscriberIds: ['s2', 's25', 's30'] });
      const listed = await collect(ledger().list(editionId));
      expect(listed.map(({ subscriberId, round }) => [subscriberId, round])).toEqual([
        ['ana', 1],
        ['s1', 1],
        ['s2', 2],
        ['s25', 2],
        ['s3', 1],
        ['s30', 2],
      ]);
      const shard = await collect(ledger().list(editionId, 2));
      expect(shard.map(({ subscriberId }) => subscriberId)).toEqual(['ana']);
      expect(await ledger().get({ editionId, subscriberId: 's2' })).toMatchObject({ round: 2 });
    });

    it.each([
      { types: ['send'], state: 'sent' },
      { types: ['delivery', 'send'], state: 'sent' },
      { types: ['delay', 'soft-bounce'], state: 'sent' },
      { types: ['reject', 'send'], state: 'failed' },
      { types: ['bounce', 'send'], state: 'bounced' },
      { types: ['send', 'bounce', 'complaint', 'delivery'], state: 'complained' },
    ] as const)('a delivery in doubt is $state after $types, in any order', async (told) => {
      for (const types of [told.types, told.types.toReversed()]) {
        const group = await newGroup();
        await ledger().claim(group, claimOf('dead'));
        for (const type of types) await ledger().recordEvents([event(group, 'ana', type)]);
        expect(await stateOf(group, 'ana')).toBe(told.state);
        expect(await stateOf(group, 'ben')).toBe('claimed');
      }
    });

    it('keeps a bounce that came before the result', async () => {
      const group = await newGroup();
      await ledger().claim(group, claimOf('first'));
      await ledger().recordEvents([event(group, 'ana', 'bounce'), event(group, 'ana', 'bounce')]);
      await ledger().settle(group, 'first', { results: { ana: sent('m-1') }, doubts: {} });
      expect(await stateOf(group, 'ana')).toBe('bounced');
      const listed = await collect(ledger().list(group.editionId));
      expect(listed.map(({ state }) => state)).toEqual(['bounced', 'waiting']);
    });

    it('does not hold a rejected message of an earlier round against a later one', async () => {
      const { editionId } = await newGroup();
      await ledger().recordEvents([event(groupOf(editionId), 'ana', 'reject')]);
      const again = await newGroup({ editionId, round: 2, subscriberIds: ['ana'] });
      await ledger().record(again, { ana: sent('m-2') });
      expect(await stateOf(again, 'ana')).toBe('sent');
    });

    it('takes many events at once', async () => {
      const subscriberIds = Array.from({ length: 25 }, (_, i) => `a${String(i).padStart(2, '0')}`);
      const group = await newGroup({ subscriberIds });
      const told = subscriberIds.flatMap((id) => [
        event(group, id, 'send'),
        event(group, id, 'delivery'),
      ]);
      await ledger().recordEvents(told);
      const listed = await collect(ledger().list(group.editionId));
      expect(listed.map(({ state }) => state)).toEqual(subscriberIds.map(() => 'sent'));
    });
  });
}

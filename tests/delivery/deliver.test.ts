import { describe, expect, it, vi } from 'vitest';
import { deliver, DELIVERIES_AT_ONCE } from '#lib/delivery/deliver.ts';
import { isUnfinished, type GroupOutcome } from '#lib/delivery/delivery-outcome.ts';
import { CLAIM_HELD_MS, CLAIM_LEASE_MS, GROUP_SIZE } from '#lib/delivery/group.ts';
import { HeadWatch, HEAD_KEPT_MS } from '#lib/delivery/head-watch.ts';
import type { Mailer, OutgoingMail } from '#lib/delivery/mailer.ts';
import { unlimitedPace } from '#lib/delivery/pace.ts';
import { DEFAULT_SETTINGS } from '#lib/subscription/settings.ts';
import { collect, sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { accept, deliverySetup, MailerInMemory, NOW, subscribers } from './delivery-fixture.ts';

const recipients = ({ taken }: MailerInMemory) => taken.map(({ to }) => to).sort();
const addresses = (count: number) => subscribers(count).map(({ address }) => address);
const worked = (outcome: GroupOutcome) => {
  if (outcome.kind !== 'worked') throw new Error(`${outcome.kind}: ${outcome.reason}`);
  return outcome.deliveries;
};
const kinds = (outcome: GroupOutcome) => worked(outcome).map(({ kind }) => kind);
const later = (ms: number) => () => new Date(NOW.getTime() + ms);
const pause = { to: 'paused', by: 'ana', at: NOW.toISOString(), reason: null } as const;
const leaveFor = (count: number) => ({ kind: 'go', count, startsAt: 0, intervalMs: 0 }) as const;
/** The claim of a worker that died. */
const DEAD = { id: 'dead', at: NOW.toISOString() };

describe('deliver', () => {
  it('mails everybody of a group once and records it', async () => {
    const mailer = new MailerInMemory();
    const { deps, group, ledger, edition } = await deliverySetup(subscribers(20), mailer);
    const outcome = await deliver(group, deps);
    expect(worked(outcome).map(({ subscriberId }) => subscriberId)).toEqual(
      subscribers(20).map(({ id }) => id),
    );
    expect(kinds(outcome)).toEqual(Array(20).fill('sent'));
    expect(isUnfinished(outcome)).toBe(false);
    expect(recipients(mailer)).toEqual(addresses(20));
    const [first] = await collect(ledger.list(edition.id));
    const messageId = 'm-harbour-talks.2026-01-05.s00';
    expect(first).toMatchObject({ subscriberId: 's00', state: 'sent', messageId });
  });

  it('needs a claim, one read of the subscribers and one record for a group', async () => {
    const {
      deps,
      group,
      ledger,
      subscribers: store,
    } = await deliverySetup(subscribers(GROUP_SIZE));
    const calls = [
      vi.spyOn(ledger, 'claim'),
      vi.spyOn(store, 'getMany'),
      vi.spyOn(ledger, 'settle'),
      vi.spyOn(ledger, 'takeOver'),
    ];
    await deliver(group, deps);
    expect(calls.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 0]);
  });

  it('sends nothing again when it is given the same group again', async () => {
    const mailer = new MailerInMemory();
    const { deps, group } = await deliverySetup(subscribers(5), mailer);
    await deliver(group, deps);
    const again = await deliver(group, deps);
    expect(worked(again)[0]).toEqual({ subscriberId: 's00', kind: 'settled', state: 'sent' });
    expect(kinds(again)).toEqual(Array(5).fill('settled'));
    expect(mailer.taken).toHaveLength(5);
  });

  it('lets one of two workers that have the same message send', async () => {
    const mailer = new MailerInMemory();
    const { deps, group } = await deliverySetup(subscribers(20), mailer);
    const both = await Promise.all([deliver(group, deps), deliver(group, deps)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'worked']);
    expect(both.some(isUnfinished)).toBe(true);
    expect(recipients(mailer)).toEqual(addresses(20));
  });

  it.each(['pending', 'unsubscribed', 'bounced', 'complained'] as const)(
    'does not mail who is %s by now, and records why',
    async (state) => {
      const mailer = new MailerInMemory();
      const people = [sampleSubscriber('ana', { state }), sampleSubscriber('ben')];
      const { deps, group, ledger, key } = await deliverySetup(people, mailer);
      const [ana] = worked(await deliver(group, deps));
      expect(ana).toEqual({ subscriberId: 'ana', kind: 'skipped', reason: state });
      expect(await ledger.get(key('ana'))).toMatchObject({ state: 'skipped', reason: state });
      expect(recipients(mailer)).toEqual(['ben@example.com']);
    },
  );

  it('does not mail who was removed since the plan', async () => {
    const { deps, group, subscribers: store } = await deliverySetup(subscribers(2));
    store.all.shift();
    expect(worked(await deliver(group, deps))).toMatchObject([
      { kind: 'skipped', reason: 'removed' },
      { kind: 'sent' },
    ]);
  });

  it('skips who is paused, up to the date on which the pause ends', async () => {
    const paused = (id: string, pausedUntil: string) =>
      sampleSubscriber(id, { settings: { ...DEFAULT_SETTINGS, pausedUntil } });
    const people = [paused('ana', '2026-01-06'), paused('ben', '2026-01-05')];
    const { deps, group } = await deliverySetup(people);
    const outcome = await deliver(group, deps);
    const deliveries = outcome.kind === 'worked' ? outcome.deliveries : [];
    expect(deliveries).toMatchObject([
      { subscriberId: 'ana', kind: 'skipped', reason: 'paused' },
      { subscriberId: 'ben', kind: 'sent' },
    ]);
  });

  it('is not stopped by a subscriber who cannot be mailed', async () => {
    const mailer = new MailerInMemory();
    const people = [sampleSubscriber('ana', { name: 'Ana\r\nBcc: all' }), sampleSubscriber('ben')];
    const { deps, group, ledger, key } = await deliverySetup(people, mailer);
    expect(kinds(await deliver(group, deps))).toEqual(['failed', 'sent']);
    expect(await ledger.get(key('ana'))).toMatchObject({ state: 'failed' });
    expect(recipients(mailer)).toEqual(['ben@example.com']);
  });

  it('records a rejection without the address that servers repeat in it', async () => {
    const reason = '550 <s00@example.com> unknown';
    const mailer = new MailerInMemory(() => ({ kind: 'rejected', reason }));
    const { deps, group, ledger, key } = await deliverySetup(subscribers(1), mailer);
    const told = '550 <the address> unknown';
    expect(worked(await deliver(group, deps))).toEqual([
      { subscriberId: 's00', kind: 'failed', reason: told },
    ]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'failed', reason: told });
  });
});

describe('a mail server that takes nothing now', () => {
  it('leaves a delivery to wait, and a later try sends that one alone', async () => {
    let isBusy = true;
    const mailer = new MailerInMemory((mail) =>
      isBusy && mail.to === 's01@example.com'
        ? { kind: 'throttled', scope: 'recipient', reason: 'greylisted' }
        : accept(mail),
    );
    const { deps, group, ledger, key } = await deliverySetup(subscribers(3), mailer);
    const first = await deliver(group, deps);
    expect(kinds(first)).toEqual(['sent', 'later', 'sent']);
    expect(isUnfinished(first)).toBe(true);
    expect(await ledger.get(key('s01'))).toMatchObject({ state: 'waiting' });
    isBusy = false;
    expect(kinds(await deliver(group, deps)).sort()).toEqual(['sent', 'settled', 'settled']);
    expect(recipients(mailer)).toEqual(addresses(3));
  });

  it('leaves the rest of the group for later where it takes nobody’s', async () => {
    let calls = 0;
    const mailer = new MailerInMemory(() => {
      calls += 1;
      return { kind: 'throttled', scope: 'account', reason: 'Daily message quota exceeded.' };
    });
    const { deps, group, ledger, edition } = await deliverySetup(subscribers(25), mailer);
    expect(new Set(kinds(await deliver(group, deps)))).toEqual(new Set(['later']));
    expect(calls).toBeLessThan(20);
    const states = (await collect(ledger.list(edition.id))).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['waiting']));
  });

  it('is not asked any more by a worker whose claim has grown old', async () => {
    let now = NOW;
    const mailer = new MailerInMemory((mail) => {
      now = later(CLAIM_HELD_MS + 1)();
      return accept(mail);
    });
    const { deps, group } = await deliverySetup(subscribers(20), mailer, { now: () => now });
    const outcome = await deliver(group, deps);
    expect(new Set(kinds(outcome))).toEqual(new Set(['sent', 'later']));
    expect(isUnfinished(outcome)).toBe(true);
  });
});

describe('a delivery that may have been sent', () => {
  it.each([
    ['an answer that tells nothing', () => ({ kind: 'unknown', reason: 'reset' }) as const],
    ['a mailer that throws', () => new Error('reset')],
  ])('is never sent again on a guess: %s', async (_name, answer) => {
    const send = vi.fn(answer);
    const mailer = new MailerInMemory(send);
    const { deps, group, ledger, key } = await deliverySetup(subscribers(1), mailer);
    expect(worked(await deliver(group, deps))).toEqual([
      { subscriberId: 's00', kind: 'doubtful', reason: 'reset' },
    ]);
    const doubtful = await ledger.get(key('s00'));
    expect(doubtful).toMatchObject({ state: 'doubtful', reason: 'reset' });
    const again = await deliver(group, { ...deps, now: later(1_000) });
    expect(kinds(again)).toEqual(['doubtful']);
    expect(isUnfinished(again)).toBe(false);
    expect(send).toHaveBeenCalledTimes(1);
    expect(await ledger.get(key('s00'))).toEqual(doubtful);
  });

  it('does not hold up the others of its group', async () => {
    const mailer = new MailerInMemory((mail) =>
      mail.to === 's00@example.com' ? { kind: 'unknown', reason: 'reset' } : accept(mail),
    );
    const { deps, group } = await deliverySetup(subscribers(3), mailer);
    expect(kinds(await deliver(group, deps))).toEqual(['doubtful', 'sent', 'sent']);
  });

  it('is what a worker leaves that died, once its claim has expired', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const { deps, group, ledger, key } = await deliverySetup(subscribers(2), { send });
    await ledger.claim(group, DEAD);
    await ledger.record(group, { s01: { state: 'sent', at: DEAD.at, messageId: 'm-1' } });
    const early = { ...deps, now: later(CLAIM_LEASE_MS - 1) };
    expect(await deliver(group, early)).toMatchObject({ kind: 'elsewhere' });
    const late = { ...deps, now: later(CLAIM_LEASE_MS) };
    expect(kinds(await deliver(group, late))).toEqual(['doubtful', 'settled']);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'doubtful', since: DEAD.at });
    expect(send).not.toHaveBeenCalled();
  });

  it('is settled where the mail server says that it has it', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const mailer: Mailer = { send, accepted: async () => ({ messageId: 'm-9' }) };
    const { deps, group, ledger, key } = await deliverySetup(subscribers(1), mailer);
    await ledger.claim(group, DEAD);
    const outcome = await deliver(group, { ...deps, now: later(CLAIM_LEASE_MS) });
    expect(worked(outcome)).toMatchObject([{ kind: 'settled', state: 'sent', messageId: 'm-9' }]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'sent', messageId: 'm-9' });
    expect(send).not.toHaveBeenCalled();
  });

  it('is sent where the mail server says that it has it not, unless the subscriber has left', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const people = [sampleSubscriber('ana', { state: 'unsubscribed' }), sampleSubscriber('ben')];
    const mailer: Mailer = { send, takesOnce: true, accepted: async () => 'no' };
    const { deps, group } = await deliverySetup(people, mailer);
    await deps.ledger.claim(group, DEAD);
    expect(await deliver(group, deps)).toMatchObject({ kind: 'elsewhere' });
    expect(kinds(await deliver(group, deps, { evenIfClaimed: true }))).toEqual(['skipped', 'sent']);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is not taken from a living worker where the mail server might take it twice', async () => {
    const { deps, group } = await deliverySetup(subscribers(1));
    await deps.ledger.claim(group, DEAD);
    const outcome = await deliver(group, deps, { evenIfClaimed: true });
    expect(outcome).toMatchObject({ kind: 'elsewhere' });
  });

  it('was sent and could not be recorded', async () => {
    const { deps, group, ledger, key } = await deliverySetup(subscribers(1));
    vi.spyOn(ledger, 'settle').mockRejectedValue(new Error('table throttled'));
    expect(worked(await deliver(group, deps))).toMatchObject([
      { kind: 'doubtful', reason: 'sent, but the ledger did not take it: table throttled' },
    ]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'claimed' });
  });
});

describe('the pace', () => {
  const refusal = (limit: 'rate' | 'day') =>
    ({ kind: 'throttled', scope: 'account', limit, reason: limit }) as const;
  const spiedPace = () => ({
    reserve: vi.fn(unlimitedPace.reserve),
    closedUntil: vi.fn((): number | null => null),
    refused: vi.fn(async () => {}),
  });

  it('is asked once for a group, for who may be mailed', async () => {
    const pace = spiedPace();
    const left = sampleSubscriber('ana', { state: 'unsubscribed' });
    const { deps, group } = await deliverySetup([left, ...subscribers(4)]);
    await deliver(group, { ...deps, pace });
    expect(pace.reserve.mock.calls).toEqual([[4, NOW.getTime() + CLAIM_HELD_MS]]);
  });

  it('slows down at a refusal because of the rate, and the mail is sent again', async () => {
    const pace = spiedPace();
    const answers = [refusal('rate'), refusal('rate')];
    const mailer = new MailerInMemory((mail) => answers.shift() ?? accept(mail));
    const { deps, group } = await deliverySetup(subscribers(3), mailer);
    expect(kinds(await deliver(group, { ...deps, pace }))).toEqual(['sent', 'sent', 'sent']);
    expect(pace.refused.mock.calls).toEqual([['rate'], ['rate']]);
    expect(recipients(mailer)).toEqual(addresses(3));
  });

  it('gives a mail back that is refused again and again', async () => {
    const send = vi.fn(async () => refusal('rate'));
    const { deps, group } = await deliverySetup(subscribers(1), { send });
    const outcome = await deliver(group, deps);
    expect(worked(outcome)).toMatchObject([{ kind: 'later', reason: 'rate' }]);
    expect(isUnfinished(outcome)).toBe(true);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('ends with the day’s quota: nothing is lost, nobody failed', async () => {
    const pace = spiedPace();
    const send = vi.fn(async () => refusal('day'));
    const { deps, group, ledger, key } = await deliverySetup(subscribers(20), { send });
    const outcome = await deliver(group, { ...deps, pace });
    expect(kinds(outcome)).toEqual(Array(20).fill('later'));
    expect(send.mock.calls.length).toBeLessThanOrEqual(DELIVERIES_AT_ONCE);
    expect(await ledger.get(key('s19'))).toMatchObject({ state: 'waiting' });
  });

  it('lets a group wait unclaimed while the day’s quota is known to be used up', async () => {
    const until = NOW.getTime() + 3_600_000;
    const { deps, group, ledger } = await deliverySetup(subscribers(2));
    const claim = vi.spyOn(ledger, 'claim');
    const outcome = await deliver(group, {
      ...deps,
      pace: { ...unlimitedPace, closedUntil: () => until },
    });
    expect(outcome).toMatchObject({ kind: 'waits', until: '2026-01-05T08:00:00.000Z' });
    expect(isUnfinished(outcome)).toBe(false);
    expect(claim).not.toHaveBeenCalled();
  });

  it('sends as many as it has leave for, and gives the others back', async () => {
    const pace = { ...unlimitedPace, reserve: async () => leaveFor(2) };
    const mailer = new MailerInMemory();
    const { deps, group } = await deliverySetup(subscribers(5), mailer);
    const sent = kinds(await deliver(group, { ...deps, pace }));
    expect(sent.sort()).toEqual(['later', 'later', 'later', 'sent', 'sent']);
    expect(mailer.taken).toHaveLength(2);
  });

  it('begins nothing after the worker’s own end', async () => {
    const mailer = new MailerInMemory();
    const { deps, group } = await deliverySetup(subscribers(2), mailer);
    const outcome = await deliver(group, deps, { until: NOW.getTime() - 1 });
    expect(kinds(outcome)).toEqual(['later', 'later']);
    expect(mailer.taken).toEqual([]);
  });
});

describe('an edition that is not to be sent', () => {
  it('is looked at before each group', async () => {
    const mailer = new MailerInMemory();
    const { deps, group, ledger, edition } = await deliverySetup(subscribers(2), mailer);
    await ledger.changeState(edition.id, pause, ['sending']);
    const held = await deliver(group, deps);
    expect(held).toEqual({ kind: 'held', reason: 'the edition is paused' });
    expect(isUnfinished(held)).toBe(false);
    await ledger.changeState(edition.id, { ...pause, to: 'sending' }, ['paused']);
    expect(kinds(await deliver(group, deps))).toEqual(['sent', 'sent']);
  });

  it('is noticed within a second, and never taken for paused when it is not any more', async () => {
    const { ledger, edition } = await deliverySetup(subscribers(1));
    let now = NOW;
    const heads = new HeadWatch(ledger, () => now);
    const state = async () => (await heads.head(edition.id))?.state;
    expect(await state()).toBe('sending');
    await ledger.changeState(edition.id, pause, ['sending']);
    expect(await state()).toBe('sending');
    now = later(HEAD_KEPT_MS)();
    expect(await state()).toBe('paused');
    await ledger.changeState(edition.id, { ...pause, to: 'sending' }, ['paused']);
    expect(await state()).toBe('sending');
  });
});

describe('something that deliver stands on', () => {
  it('holds back a whole group where the subscribers cannot be read, and gives it back', async () => {
    const { deps, group, subscribers: store, ledger, key } = await deliverySetup(subscribers(2));
    const read = vi.spyOn(store, 'getMany').mockRejectedValue(new Error('table throttled'));
    const outcome = await deliver(group, deps);
    expect(worked(outcome)).toMatchObject([
      { kind: 'broken', reason: 'table throttled' },
      { kind: 'broken' },
    ]);
    expect(isUnfinished(outcome)).toBe(true);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'waiting' });
    read.mockRestore();
    expect(kinds(await deliver(group, deps))).toEqual(['sent', 'sent']);
  });

  it.each([
    [
      'there is no such edition',
      async () => null,
      'no edition is frozen for harbour-talks.2026-01-05',
    ],
    ['editions cannot be read', () => Promise.reject(new Error('no bucket')), 'no bucket'],
    [
      'the edition is not the planned one',
      async () => sampleEdition('2026-01-05', { contentHash: 'other' }),
      'harbour-talks.2026-01-05 is not what it was when it was planned',
    ],
  ])('sends nothing and throws nothing where %s', async (_name, get, reason) => {
    const mailer = new MailerInMemory();
    const { deps, group } = await deliverySetup(subscribers(2), mailer, { editions: { get } });
    const outcome = await deliver(group, deps);
    expect(outcome).toEqual({ kind: 'broken', reason });
    expect(isUnfinished(outcome)).toBe(true);
    expect(mailer.taken).toEqual([]);
  });

  it('is told of a group that was never planned', async () => {
    const { deps, group } = await deliverySetup(subscribers(1));
    const strangers = [
      { ...group, after: 'zoe' },
      { ...group, editionId: 'harbour-talks.2026-01-12' },
    ];
    for (const key of strangers)
      expect(await deliver(key, deps)).toMatchObject({ kind: 'unknown' });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { deliver, isUnfinished } from '#lib/delivery/deliver.ts';
import type { Mailer, OutgoingMail } from '#lib/delivery/mailer.ts';
import { collect, sampleSubscriber } from '../contract/sample-data.ts';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { accept, deliverySetup, MailerInMemory, subscribers } from './delivery-fixture.ts';
import { LedgerInMemory } from './ledger-in-memory.ts';

const recipients = ({ taken }: MailerInMemory) => taken.map(({ to }) => to).sort();
const kinds = (outcomes: { kind: string }[]) => outcomes.map(({ kind }) => kind);

describe('the ledger in memory that these tests stand on', () => {
  const ledger = new LedgerInMemory();
  ledgerContract(() => ledger);
});

describe('deliver', () => {
  it('mails everybody in the batch once and records it', async () => {
    const mailer = new MailerInMemory();
    const { deps, batch, ledger, edition } = await deliverySetup(subscribers(20), mailer);
    const outcomes = await deliver(batch, deps);
    expect(outcomes.map(({ subscriberId }) => subscriberId)).toEqual(batch.subscriberIds);
    expect(kinds(outcomes)).toEqual(Array(20).fill('sent'));
    expect(recipients(mailer)).toEqual(batch.subscriberIds.map((id) => `${id}@example.com`));
    const deliveries = await collect(ledger.list(edition.id));
    expect(deliveries.map(({ state, messageId }) => [state, messageId])[0]).toEqual([
      'sent',
      'm-harbour-talks.2026-01-05.s00',
    ]);
  });

  it('sends nothing again when it is given the same batch again', async () => {
    const mailer = new MailerInMemory();
    const { deps, batch } = await deliverySetup(subscribers(5), mailer);
    await deliver(batch, deps);
    const again = await deliver(batch, deps);
    expect(again[0]).toEqual({ subscriberId: 's00', kind: 'settled', state: 'sent' });
    expect(kinds(again)).toEqual(Array(5).fill('settled'));
    expect(mailer.taken).toHaveLength(5);
  });

  it('mails nobody twice when two workers have the same batch at once', async () => {
    const mailer = new MailerInMemory();
    const { deps, batch } = await deliverySetup(subscribers(20), mailer);
    await Promise.all([deliver(batch, deps), deliver(batch, deps)]);
    expect(recipients(mailer)).toEqual(batch.subscriberIds.map((id) => `${id}@example.com`));
  });

  it.each(['pending', 'unsubscribed', 'bounced', 'complained'] as const)(
    'does not mail who is %s by now, and records why',
    async (state) => {
      const mailer = new MailerInMemory();
      const people = [sampleSubscriber('ana', { state }), sampleSubscriber('ben')];
      const { deps, batch, ledger, key } = await deliverySetup(people, mailer);
      const outcomes = await deliver(batch, deps);
      expect(outcomes[0]).toEqual({ subscriberId: 'ana', kind: 'skipped', reason: state });
      expect(await ledger.get(key('ana'))).toMatchObject({ state: 'skipped', reason: state });
      expect(recipients(mailer)).toEqual(['ben@example.com']);
    },
  );

  it('does not mail who was removed since the plan', async () => {
    const { deps, batch } = await deliverySetup(subscribers(1));
    batch.subscriberIds.push('gone');
    expect((await deliver(batch, deps))[1]).toMatchObject({ kind: 'skipped', reason: 'removed' });
  });

  it('is not stopped by a subscriber who cannot be mailed', async () => {
    const mailer = new MailerInMemory();
    const people = [sampleSubscriber('ana', { name: 'Ana\r\nBcc: all' }), sampleSubscriber('ben')];
    const { deps, batch, ledger, key } = await deliverySetup(people, mailer);
    expect(kinds(await deliver(batch, deps))).toEqual(['failed', 'sent']);
    expect(await ledger.get(key('ana'))).toMatchObject({ state: 'failed' });
    expect(recipients(mailer)).toEqual(['ben@example.com']);
  });

  it('records a rejection without the address that servers repeat in it', async () => {
    const mailer = new MailerInMemory(() => ({
      kind: 'rejected',
      reason: '550 <s00@example.com> unknown',
    }));
    const { deps, batch, ledger, key } = await deliverySetup(subscribers(1), mailer);
    const reason = '550 <the address> unknown';
    expect(await deliver(batch, deps)).toEqual([{ subscriberId: 's00', kind: 'failed', reason }]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'failed', reason });
  });

  it('frees a delivery that was throttled, so that a later try sends it', async () => {
    let isBusy = true;
    const mailer = new MailerInMemory((mail) =>
      isBusy ? { kind: 'throttled', scope: 'recipient', reason: 'greylisted' } : accept(mail),
    );
    const { deps, batch, ledger, key } = await deliverySetup(subscribers(2), mailer);
    const first = await deliver(batch, deps);
    expect(kinds(first)).toEqual(['later', 'later']);
    expect(first.every(isUnfinished)).toBe(true);
    expect(await ledger.get(key('s00'))).toBeNull();
    isBusy = false;
    expect(kinds(await deliver(batch, deps))).toEqual(['sent', 'sent']);
  });

  it('leaves the rest of the batch for later when the mail server takes nothing at all', async () => {
    let calls = 0;
    const mailer = new MailerInMemory(() => {
      calls += 1;
      return { kind: 'throttled', scope: 'account', reason: 'Daily message quota exceeded.' };
    });
    const { deps, batch, ledger, edition } = await deliverySetup(subscribers(50), mailer);
    const outcomes = await deliver(batch, deps);
    expect(outcomes.every(({ kind }) => kind === 'later')).toBe(true);
    expect(calls).toBeLessThan(20);
    expect(await collect(ledger.list(edition.id))).toEqual([]);
  });

  it.each([
    [
      'an answer that tells nothing',
      (): { kind: 'unknown'; reason: string } => ({ kind: 'unknown', reason: 'reset' }),
    ],
    ['a mailer that throws', () => new Error('reset')],
  ])('never sends again after %s', async (_name, answer) => {
    const send = vi.fn(answer);
    const { deps, batch, ledger, key } = await deliverySetup(
      subscribers(1),
      new MailerInMemory(send),
    );
    expect(await deliver(batch, deps)).toEqual([
      { subscriberId: 's00', kind: 'doubtful', reason: 'reset' },
    ]);
    const [again] = await deliver(batch, deps);
    expect(again).toMatchObject({ kind: 'doubtful' });
    expect(again && isUnfinished(again)).toBe(false);
    expect(send).toHaveBeenCalledTimes(1);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'claimed' });
  });

  it('settles a doubtful delivery where the mail server says that it has it', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const mailer: Mailer = { send, accepted: async () => ({ messageId: 'm-9' }) };
    const { deps, batch, ledger, key } = await deliverySetup(subscribers(1), mailer);
    await ledger.claim(key('s00'), 'a worker that died', 'then');
    expect(await deliver(batch, deps)).toEqual([
      { subscriberId: 's00', kind: 'sent', messageId: 'm-9' },
    ]);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'sent', messageId: 'm-9' });
    expect(send).not.toHaveBeenCalled();
  });

  it('sends a doubtful delivery where the mail server says that it has it not', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const { deps, batch, ledger, key } = await deliverySetup(subscribers(1), {
      send,
      accepted: async () => 'no',
    });
    await ledger.claim(key('s00'), 'a worker that died', 'then');
    expect(kinds(await deliver(batch, deps))).toEqual(['sent']);
    expect(await ledger.get(key('s00'))).toMatchObject({ state: 'sent' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('does not mail who left after a doubtful claim', async () => {
    const send = vi.fn(async (mail: OutgoingMail) => accept(mail));
    const people = [sampleSubscriber('ana', { state: 'unsubscribed' })];
    const { deps, batch, ledger, key } = await deliverySetup(people, {
      send,
      accepted: async () => 'no',
    });
    await ledger.claim(key('ana'), 'a worker that died', 'then');
    expect(kinds(await deliver(batch, deps))).toEqual(['skipped']);
    expect(send).not.toHaveBeenCalled();
  });

  it('frees the claim where something breaks before the mail is sent', async () => {
    const { deps, batch, ledger, key, subscribers: store } = await deliverySetup(subscribers(2));
    const get = store.get.bind(store);
    vi.spyOn(store, 'get').mockImplementation(async (topicId, id) => {
      if (id === 's00') throw new Error('table throttled');
      return get(topicId, id);
    });
    const outcomes = await deliver(batch, deps);
    expect(outcomes).toMatchObject([
      { kind: 'broken', reason: 'table throttled' },
      { kind: 'sent' },
    ]);
    expect(outcomes.map(isUnfinished)).toEqual([true, false]);
    expect(await ledger.get(key('s00'))).toBeNull();
  });

  it('calls a delivery doubtful where it was sent and cannot be recorded', async () => {
    const { deps, batch, ledger } = await deliverySetup(subscribers(1));
    vi.spyOn(ledger, 'confirm').mockRejectedValue(new Error('table throttled'));
    expect(await deliver(batch, deps)).toMatchObject([
      { kind: 'doubtful', reason: 'sent, but the ledger did not take it: table throttled' },
    ]);
  });

  it.each([
    [
      'there is no such edition',
      async () => null,
      'no edition is frozen for harbour-talks.2026-01-05',
    ],
    ['editions cannot be read', () => Promise.reject(new Error('no bucket')), 'no bucket'],
  ])('sends nothing and throws nothing where %s', async (_name, get, reason) => {
    const mailer = new MailerInMemory();
    const { deps, batch } = await deliverySetup(subscribers(2), mailer, { editions: { get } });
    expect(await deliver(batch, deps)).toEqual([
      { subscriberId: 's00', kind: 'broken', reason },
      { subscriberId: 's01', kind: 'broken', reason },
    ]);
    expect(mailer.taken).toEqual([]);
  });
});

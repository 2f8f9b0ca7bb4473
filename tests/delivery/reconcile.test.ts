import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deliver } from '#lib/delivery/deliver.ts';
import { isUnfinished } from '#lib/delivery/delivery-outcome.ts';
import { parseDeliveryId } from '#lib/delivery/delivery-id.ts';
import type { DeliveryReport } from '#lib/delivery/filed-report.ts';
import type { DeliveryEvent } from '#lib/delivery/delivery.ts';
import { takeFeedback } from '#lib/delivery/feedback.ts';
import { CLAIM_LEASE_MS, type GroupKey } from '#lib/delivery/group.ts';
import type { MailOutcome, OutgoingMail } from '#lib/delivery/mailer.ts';
import { plan, planAgain } from '#lib/delivery/plan.ts';
import { CLOSED_AFTER_MS, reconcile, type ReconcileDeps } from '#lib/delivery/reconcile.ts';
import { SETTLING_MS } from '#lib/delivery/reconcile-group.ts';
import { collect, sampleEdition, sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { accept, deliverySetup, MailerInMemory, NOW } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const edition = sampleEdition();
const MINUTE = 60_000;

/** An edition under way in memory, with a queue, a clock that is set by hand, and an operator. */
async function world(ids: string[], answer: (mail: OutgoingMail) => MailOutcome = accept) {
  const clock = { ms: NOW.getTime() };
  const now = () => new Date(clock.ms);
  const ledger = ledgerInMemory();
  const subscribers = new SubscribersInMemory();
  for (const id of ids) await subscribers.add(sampleSubscriber(id));
  const messages: GroupKey[] = [];
  const queue = {
    put: async (groups: GroupKey[]) => void messages.push(...groups),
    isEmpty: async () => messages.length === 0,
  };
  const mailer = new MailerInMemory(answer);
  const changes = { ledger, heads: ledger, subscribers, now };
  const { deps } = await deliverySetup([], mailer, changes);
  const editions = { get: async () => null };
  const planDeps = { ledger, subscribers, editions, queue, by: 'compose', now };
  const backlog: DeliveryEvent[] = [];
  const told: DeliveryReport[] = [];
  const reconcileDeps: ReconcileDeps = {
    ...{ ledger, queue, mailer: {}, now },
    events: { isEmpty: async () => backlog.length === 0 },
    tell: async (report) => void told.push(report),
  };
  await plan(edition, planDeps);
  const run = () => reconcile(edition.id, reconcileDeps);
  const states = async () => (await collect(ledger.list(edition.id))).map(({ state }) => state);
  const work = async () => {
    for (const key of messages.splice(0))
      if (isUnfinished(await deliver(key, deps))) messages.push(key);
  };
  return {
    ...{ clock, ledger, subscribers, messages, queue, mailer, deps, planDeps, backlog, told },
    ...{ reconcileDeps, run, states, work },
  };
}

const sendEvent = (subscriberId: string, at: Date): DeliveryEvent => ({
  ...{ editionId: edition.id, subscriberId, type: 'send', at: at.toISOString() },
  ...{ messageId: `m-${subscriberId}`, reason: null },
});
const unknown: MailOutcome = { kind: 'unknown', reason: 'reset' };

describe('reconcile', () => {
  it('puts groups whose messages were lost on the queue again, and no message twice', async () => {
    const { messages, run, work, mailer } = await world(['a1', 'b1']);
    messages.splice(0);
    expect(await run()).toMatchObject({ queued: 1, open: 2 });
    expect(await run()).toMatchObject({ queued: 0, open: 2 });
    await work();
    expect(mailer.taken).toHaveLength(2);
  });

  it('puts nothing on the queue while the day’s quota is used up, and says until when', async () => {
    const { messages, reconcileDeps } = await world(['a1', 'b1']);
    messages.splice(0);
    let until: number | null = NOW.getTime() + 3_600_000;
    const deps = { ...reconcileDeps, pace: { look: async () => until } };
    expect(await reconcile(edition.id, deps)).toMatchObject({
      ...{ queued: 0, open: 2 },
      waitsUntil: new Date(until).toISOString(),
    });
    until = null;
    expect(await reconcile(edition.id, deps)).toMatchObject({ queued: 1, waitsUntil: null });
  });

  it('gives up on a worker that died, but not before its claim expires', async () => {
    const { clock, ledger, messages, run, states } = await world(['a1', 'b1']);
    const [key] = messages.splice(0);
    if (key !== undefined) await ledger.claim(key, { id: 'dead', at: NOW.toISOString() });
    clock.ms += CLAIM_LEASE_MS - 1;
    await run();
    expect(await states()).toEqual(['claimed', 'claimed']);
    clock.ms += 1;
    expect(await run()).toMatchObject({ open: 2, queued: 0 });
    expect(await states()).toEqual(['doubtful', 'doubtful']);
  });

  it('settles a doubt by the event that carries the delivery id, at once', async () => {
    const { ledger, run, work, states, mailer, clock } = await world(['a1', 'b1'], () => unknown);
    await work();
    await ledger.recordEvents([sendEvent('a1', NOW)]);
    expect(await run()).toMatchObject({ settled: 1, reopened: 0, open: 1 });
    expect(await states()).toEqual(['sent', 'doubtful']);
    clock.ms += SETTLING_MS;
    expect(await run()).toMatchObject({ settled: 0, reopened: 1, queued: 1 });
    expect(await states()).toEqual(['sent', 'waiting']);
    expect(mailer.taken).toEqual([]);
  });

  it('sends again what nothing confirms after the settling time, and nothing before', async () => {
    let isDown = true;
    const { clock, run, work, mailer, states } = await world(['a1'], (mail) =>
      isDown ? unknown : accept(mail),
    );
    await work();
    isDown = false;
    clock.ms += SETTLING_MS - 1;
    expect(await run()).toMatchObject({ reopened: 0 });
    clock.ms += 1;
    expect(await run()).toMatchObject({ reopened: 1, queued: 1 });
    await work();
    expect(mailer.taken).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('does not send again what is confirmed after it was let out to be sent again', async () => {
    const { clock, ledger, run, work, mailer, states } = await world(['a1', 'b1'], () => unknown);
    await work();
    clock.ms += SETTLING_MS;
    expect(await run()).toMatchObject({ reopened: 2, queued: 1 });
    await ledger.recordEvents([
      sendEvent('a1', NOW),
      { ...sendEvent('b1', NOW), type: 'reject', reason: 'a virus' },
    ]);
    const send = vi.spyOn(mailer, 'send');
    await work();
    expect(send).not.toHaveBeenCalled();
    expect(await states()).toEqual(['sent', 'failed']);
    expect(await run()).toMatchObject({ open: 0 });
  });

  it('leaves what is to be sent again where the ledger does not tell its events', async () => {
    const { clock, ledger, messages, run, work, mailer } = await world(['a1'], () => unknown);
    await work();
    clock.ms += SETTLING_MS;
    await run();
    const send = vi.spyOn(mailer, 'send');
    vi.spyOn(ledger, 'get').mockRejectedValueOnce(new Error('the table throttles'));
    await work();
    expect(send).not.toHaveBeenCalled();
    expect(messages).toHaveLength(1);
    await work();
    expect(send).toHaveBeenCalledOnce();
  });

  it('sends nothing again while events wait to be taken in', async () => {
    const { clock, backlog, run, work } = await world(['a1'], () => unknown);
    await work();
    backlog.push(sendEvent('a1', NOW));
    clock.ms += 10 * SETTLING_MS;
    expect(await run()).toMatchObject({ reopened: 0, open: 1 });
  });

  it('takes the word of a mail server that knows what it took', async () => {
    const { reconcileDeps, run, work, states } = await world(['a1', 'b1'], () => unknown);
    await work();
    reconcileDeps.mailer = {
      accepted: async (id) =>
        parseDeliveryId(id)?.subscriberId === 'a1' ? { messageId: 'm' } : 'no',
    };
    expect(await run()).toMatchObject({ settled: 1, reopened: 1 });
    expect(await states()).toEqual(['sent', 'waiting']);
  });

  it('closes an edition a while after its last result, and tells the operator once', async () => {
    const { clock, ledger, run, work, told, subscribers } = await world(['a1', 'b1', 'c1', 'd1']);
    await subscribers.setState('', 'd1', 'unsubscribed', NOW.toISOString());
    await work();
    clock.ms += CLOSED_AFTER_MS - 1;
    expect(await run()).toMatchObject({ state: 'sending', report: null });
    await ledger.recordEvents([{ ...sendEvent('a1', NOW), type: 'bounce' }]);
    clock.ms += 1;
    const report = {
      editionId: edition.id,
      startedAt: NOW.toISOString(),
      closedAt: new Date(clock.ms).toISOString(),
      counts: {
        ...{ planned: 4, sent: 3, skipped: 1, doubtful: 0 },
        ...{ resent: 0, bounced: 1, complained: 0, failed: 0 },
      },
      skips: [{ reason: 'unsubscribed', count: 1 }],
      failures: [],
    };
    expect(await run()).toMatchObject({ state: 'closed', report, problems: [] });
    expect(told).toEqual([expect.objectContaining(report)]);
    expect(await ledger.reports(edition.id)).toEqual([{ ...report, rounds: 1, told: 'yes' }]);
    expect(await ledger.head(edition.id)).toMatchObject({ state: 'closed', by: 'reconcile' });
    expect(await run()).toBeNull();
  });

  it('closes an edition also where the operator cannot be told, and says so', async () => {
    const { clock, ledger, reconcileDeps, run, work } = await world(['a1']);
    reconcileDeps.tell = async () => Promise.reject(new Error('SES is paused'));
    await work();
    clock.ms += CLOSED_AFTER_MS;
    const problems = ['the report was not mailed: SES is paused'];
    expect(await run()).toMatchObject({ state: 'closed', problems, report: { rounds: 1 } });
    expect(await ledger.reports(edition.id)).toMatchObject([{ told: 'failed' }]);
  });

  it('files a report where there is no operator', async () => {
    const { clock, ledger, reconcileDeps, run, work } = await world(['a1']);
    reconcileDeps.tell = null;
    await work();
    clock.ms += CLOSED_AFTER_MS;
    expect(await run()).toMatchObject({ state: 'closed', problems: [] });
    expect(await ledger.reports(edition.id)).toMatchObject([{ told: 'nobody' }]);
  });

  it('mails the report once, also where it is killed before it closes, or closes twice at once', async () => {
    const { clock, ledger, run, work, told } = await world(['a1']);
    await work();
    clock.ms += CLOSED_AFTER_MS;
    vi.spyOn(ledger, 'changeState').mockRejectedValueOnce(new Error('killed'));
    await expect(run()).rejects.toThrow('killed');
    expect(await Promise.all([run(), run()])).toContainEqual(
      expect.objectContaining({ state: 'closed', problems: [] }),
    );
    expect(told).toHaveLength(1);
  });

  it('says that nobody knows whether the report was mailed, where it is killed just there', async () => {
    const { clock, ledger, reconcileDeps, run, work } = await world(['a1']);
    await work();
    clock.ms += CLOSED_AFTER_MS;
    vi.spyOn(ledger, 'noteTold').mockRejectedValueOnce(new Error('killed'));
    await expect(run()).rejects.toThrow('killed');
    const tell = vi.fn(async () => {});
    reconcileDeps.tell = tell;
    const problems = ['it is not known whether the report was mailed'];
    expect(await run()).toMatchObject({ state: 'closed', problems });
    expect(tell).not.toHaveBeenCalled();
    expect(await ledger.reports(edition.id)).toMatchObject([{ told: 'unknown' }]);
  });

  it('lets a later round open a closed edition again', async () => {
    const { clock, ledger, subscribers, planDeps, run, work, mailer } = await world(['a1']);
    await work();
    clock.ms += CLOSED_AFTER_MS;
    await run();
    await subscribers.add(sampleSubscriber('b1'));
    expect(await planAgain(edition, 'audience', planDeps)).toMatchObject({ state: 'sending' });
    await work();
    expect(mailer.taken.map(({ to }) => to)).toEqual(['a1@example.com', 'b1@example.com']);
    clock.ms += CLOSED_AFTER_MS;
    expect(await run()).toMatchObject({ state: 'closed', report: { counts: { planned: 2 } } });
    expect(await ledger.head(edition.id)).toMatchObject({ state: 'closed' });
  });

  it('puts nothing on the queue while the edition is paused, and leaves one that is cancelled', async () => {
    const { ledger, messages, run } = await world(['a1']);
    messages.splice(0);
    const change = { by: 'ana', at: NOW.toISOString(), reason: null };
    await ledger.changeState(edition.id, { ...change, to: 'paused' }, ['sending']);
    expect(await run()).toMatchObject({ state: 'paused', queued: 0, open: 1 });
    await ledger.changeState(edition.id, { ...change, to: 'cancelled' }, ['paused']);
    expect(await run()).toBeNull();
    expect(await reconcile('moon.2026-01-05', (await world([])).reconcileDeps)).toBeNull();
  });

  it('is not stopped by a group that cannot be settled', async () => {
    const ids = Array.from({ length: 26 }, (_, i) => `a${String(i).padStart(2, '0')}`);
    const { ledger, run, work } = await world(ids, () => unknown);
    await work();
    await ledger.recordEvents(ids.map((id) => sendEvent(id, NOW)));
    vi.spyOn(ledger, 'record').mockRejectedValueOnce(new Error('the table throttles'));
    const problems = ['group 1/2/first: the table throttles'];
    expect(await run()).toMatchObject({ settled: 1, open: 25, problems });
    expect(await run()).toMatchObject({ settled: 25, open: 0, problems: [] });
  });
});

describe('the promise', () => {
  it('nobody twice, nobody left out: whatever is lost, late, repeated or killed', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => `${(i % 16).toString(16)}${i}`);
    const choices = fc.array(fc.nat(999), { minLength: 50, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(choices, async (drawn) => {
        let i = 0;
        const draw = (below: number) => (drawn[i++ % drawn.length] ?? 0) % below;
        const fates = new Map(ids.map((id) => [id, draw(6)]));
        const taken: string[] = [];
        const late: DeliveryEvent[] = [];
        const { clock, ledger, subscribers, messages, backlog, run, work, states, told } =
          await world(ids, (mail) => {
            const id = parseDeliveryId(mail.deliveryId)?.subscriberId ?? '';
            const fate = fates.get(id);
            fates.delete(id);
            if (fate === 0) return unknown;
            if (fate === 1) return { kind: 'throttled', scope: 'recipient', reason: 'later' };
            taken.push(id);
            late.push(sendEvent(id, new Date(clock.ms)));
            return fate === 2 ? unknown : accept(mail);
          });
        const settle = ledger.settle.bind(ledger);
        for (let step = 0; step < 100 && told.length === 0; step++) {
          // Some messages are lost, and some workers die before they record.
          for (let n = messages.length; n > 0; n--) {
            const message = messages.shift();
            if (message !== undefined && (step > 3 || draw(3) > 0)) messages.push(message);
          }
          ledger.settle = async (...args) => {
            if (step < 4 && draw(3) === 0) throw new Error('killed');
            return settle(...args);
          };
          await work();
          // Events come late, out of order and twice, but come before the settling time is over.
          backlog.push(...late.splice(0));
          backlog.sort(() => draw(3) - 1);
          const events = backlog.splice(
            0,
            step % 3 === 2 ? backlog.length : draw(backlog.length + 1),
          );
          const again = events.filter(() => draw(2) === 0);
          await takeFeedback([...events, ...again], { ledger, subscribers });
          await run();
          if (draw(2) === 0) await Promise.all([run(), run()]);
          clock.ms += 5 * MINUTE;
        }
        expect(taken.toSorted()).toEqual(ids.toSorted());
        expect(new Set(await states())).toEqual(new Set(['sent']));
        expect(told).toHaveLength(1);
        expect(told[0]?.counts).toMatchObject({ planned: ids.length, sent: ids.length });
        expect(await ledger.head(edition.id)).toMatchObject({ state: 'closed' });
      }),
      { numRuns: 40 },
    );
  });
});

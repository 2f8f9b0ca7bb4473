import { beforeEach, describe, expect, it } from 'vitest';
import { approve } from '#lib/delivery/approve.ts';
import { beginSending, type ApprovalRequest, type BeginDeps } from '#lib/delivery/begin-sending.ts';
import { plan } from '#lib/delivery/plan.ts';
import type { SendLimits } from '#lib/delivery/send-quota.ts';
import type { Edition } from '#lib/edition/edition.ts';
import type { Topic } from '#lib/topic/topic.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { sampleTopic } from '../edition/compose-fixture.ts';
import { SubscribersInMemory } from '../subscription/subscribers-in-memory.ts';
import { NOW, subscribers } from './delivery-fixture.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const HOUR_MS = 3_600_000;
/** Due at 7 in UTC, which is when the tests begin; the next one a week later. */
const schedule = { days: ['monday'], time: '07:00', timeZone: 'UTC', latestStartHours: 2 } as const;
const topicWith = (changes: Partial<Topic> = {}): Topic =>
  sampleTopic({ schedule: { ...schedule, days: [...schedule.days] }, ...changes });
const edition: Edition = { ...sampleEdition(), composedAt: NOW.toISOString() };
const revised: Edition = {
  ...edition,
  contentHash: 'e'.repeat(64),
  composedAt: new Date(NOW.getTime() + 1_000).toISOString(),
  revision: { number: 2, replaces: edition.contentHash },
};

let deps: BeginDeps;
let asked: ApprovalRequest[];
let limits: SendLimits;
let now: Date;
const later = (hours: number) => (now = new Date(NOW.getTime() + hours * HOUR_MS));

beforeEach(async () => {
  const people = new SubscribersInMemory();
  for (const person of subscribers(30)) await people.add(person);
  asked = [];
  now = NOW;
  limits = { maxPerDay: 1_000, maxPerSecond: 10, sentLast24h: 0 };
  deps = {
    ledger: ledgerInMemory(),
    editions: { get: async () => null },
    subscribers: people,
    queue: null,
    by: 'compose',
    quota: { read: async () => limits },
    usdAThousand: 0.1,
    ask: async (request) => void asked.push(request),
    now: () => now,
  };
});

const head = () => deps.ledger.head(edition.id);
const approval = () => topicWith({ approval: true });
const startBy = new Date(NOW.getTime() + 2 * HOUR_MS);
const approveIt = (which = edition, options = {}) =>
  approve(which, { ...deps, by: 'a person' }, { startBy, ...options });

describe('an edition that nobody has to approve', () => {
  it('is planned with its forecast in the record', async () => {
    const begun = await beginSending(edition, topicWith(), deps);
    expect(begun).toMatchObject({
      kind: 'planned',
      plan: { state: 'sending', planned: 30 },
      forecast: { recipients: 30, perSecond: 9.5, today: 30, refusal: null },
    });
    const [round] = await deps.ledger.rounds(edition.id);
    expect(round?.forecast?.costUsd).toBeCloseTo(0.003);
    expect(asked).toEqual([]);
  });

  it('carries over what the day’s quota does not bear', async () => {
    limits = { maxPerDay: 20, maxPerSecond: 10, sentLast24h: 0 };
    const begun = await beginSending(edition, topicWith(), deps);
    expect(begun).toMatchObject({ kind: 'planned', forecast: { today: 19, carriedOver: 11 } });
  });

  it('is left to a person where the quota cannot bear it, until the quota can', async () => {
    limits = { maxPerDay: 4, maxPerSecond: 10, sentLast24h: 0 };
    const held = await beginSending(edition, topicWith(), deps);
    expect(held).toMatchObject({ kind: 'waits', asked: true });
    expect(await head()).toMatchObject({ state: 'planned', reason: /ask for a higher quota/ });
    expect(await deps.ledger.rounds(edition.id)).toEqual([]);
    limits = { maxPerDay: 1_000, maxPerSecond: 10, sentLast24h: 0 };
    expect(await beginSending(edition, topicWith(), deps)).toMatchObject({ kind: 'planned' });
    expect(await head()).toMatchObject({ state: 'sending', reason: null });
  });

  it('is left to a person where it would still go out when the next one is due', async () => {
    const daily = topicWith();
    daily.schedule.days = ['monday', 'tuesday'];
    limits = { maxPerDay: null, maxPerSecond: 0.0002, sentLast24h: 0 };
    expect(await beginSending(edition, daily, deps)).toMatchObject({
      kind: 'waits',
      forecast: { refusal: expect.stringMatching(/after the next edition is due/) },
    });
  });
});

describe('an edition that is late', () => {
  it('is not begun, and nothing is written', async () => {
    later(2.1);
    expect(await beginSending(edition, topicWith(), deps)).toEqual({ kind: 'late', startBy });
    expect(await head()).toBeNull();
  });

  it('is begun where a person wants it all the same', async () => {
    later(100);
    const begun = await beginSending(edition, topicWith(), deps, { evenIfLate: true });
    expect(begun).toMatchObject({ kind: 'planned', plan: { planned: 30 } });
  });

  it('goes on where it had begun in time', async () => {
    await beginSending(edition, topicWith(), deps);
    later(100);
    expect(await beginSending(edition, topicWith(), deps)).toMatchObject({ kind: 'planned' });
  });

  it('is not late by a clock that jumps back', async () => {
    later(-1_000);
    expect(await beginSending(edition, topicWith(), deps)).toMatchObject({ kind: 'planned' });
  });
});

describe('an edition of a topic that asks for approval', () => {
  it('waits, planned for nobody, and its operator is asked once', async () => {
    const waits = await beginSending(edition, approval(), deps);
    expect(waits).toMatchObject({ kind: 'waits', forecast: { recipients: 30 }, startBy });
    await beginSending(edition, approval(), deps);
    expect(asked).toMatchObject([{ edition: { id: edition.id }, startBy }]);
    expect(await head()).toMatchObject({ state: 'planned', startBy: startBy.toISOString() });
    expect(await plan(edition, deps)).toEqual({ state: 'planned', planned: 0, queued: 0 });
    expect(await deps.ledger.rounds(edition.id)).toEqual([]);
  });

  it('waits without a mail where there is no operator', async () => {
    deps.ask = null;
    const waits = await beginSending(edition, approval(), deps);
    expect(waits).toMatchObject({ kind: 'waits', asked: false });
  });

  it('is asked for, once, where an operator is known only later', async () => {
    const { ask } = deps;
    deps.ask = null;
    await beginSending(edition, approval(), deps);
    expect(await beginSending(edition, approval(), deps)).toMatchObject({ asked: false });
    expect(await head()).toMatchObject({ state: 'planned', reason: /nobody was asked/ });
    deps.ask = ask;
    later(1);
    expect(await beginSending(edition, approval(), deps)).toMatchObject({ asked: true });
    await beginSending(edition, approval(), deps);
    expect(asked).toHaveLength(1);
    expect(await head()).toMatchObject({ state: 'planned', reason: null });
    deps.ask = null;
    expect(await beginSending(edition, approval(), deps)).toMatchObject({ asked: true });
  });

  it('is asked for again where the operator could not be asked', async () => {
    const { ask } = deps;
    deps.ask = async () => Promise.reject(new Error('the mail server is gone'));
    await expect(beginSending(edition, approval(), deps)).rejects.toThrow('is gone');
    deps.ask = ask;
    await beginSending(edition, approval(), deps);
    expect(asked).toHaveLength(1);
  });

  it('goes out once it is approved, with the same call', async () => {
    await beginSending(edition, approval(), deps);
    expect(await approveIt()).toMatchObject({ kind: 'approved', head: { by: 'a person' } });
    const begun = await beginSending(edition, approval(), deps);
    expect(begun).toMatchObject({ kind: 'planned', plan: { planned: 30 } });
    expect(await approveIt()).toMatchObject({ kind: 'standing', head: { state: 'sending' } });
  });

  it('may be approved before anybody was asked', async () => {
    expect(await approveIt()).toMatchObject({ kind: 'approved' });
    expect(await beginSending(edition, approval(), deps)).toMatchObject({ kind: 'planned' });
  });

  it('is approved late only by force', async () => {
    await beginSending(edition, approval(), deps);
    later(3);
    expect(await approveIt()).toEqual({ kind: 'late', startBy });
    expect(await head()).toMatchObject({ state: 'planned' });
    expect(await approveIt(edition, { evenIfLate: true })).toMatchObject({ kind: 'approved' });
    expect(await beginSending(edition, approval(), deps)).toMatchObject({ kind: 'planned' });
  });

  it('is not approved once it is cancelled', async () => {
    await beginSending(edition, approval(), deps);
    const cancel = { to: 'cancelled', by: 'ana', at: NOW.toISOString(), reason: 'wrong' } as const;
    await deps.ledger.changeState(edition.id, cancel, ['planned']);
    expect(await approveIt()).toMatchObject({ kind: 'standing', head: { state: 'cancelled' } });
  });
});

describe('an edition that is composed again while it waits', () => {
  it('is asked for again, and the one before cannot be approved any more', async () => {
    await beginSending(edition, approval(), deps);
    later(0.1);
    await beginSending(revised, approval(), deps);
    expect(asked.map(({ edition: each }) => each.contentHash)).toEqual([
      edition.contentHash,
      revised.contentHash,
    ]);
    expect(await approveIt(edition)).toEqual({ kind: 'replaced' });
    expect(await head()).toMatchObject({ state: 'planned', contentHash: revised.contentHash });
    expect(await approveIt(revised)).toMatchObject({ kind: 'approved' });
  });

  it('can be approved where whoever composed it was killed before the record knew', async () => {
    await beginSending(edition, approval(), deps);
    expect(await approveIt(revised)).toMatchObject({ kind: 'approved' });
  });

  it('is not undone by a run that has read the one before', async () => {
    await beginSending(edition, approval(), deps);
    await deps.ledger.repin(edition.id, edition.contentHash, revised.contentHash);
    await beginSending(edition, approval(), deps);
    expect(await head()).toMatchObject({ contentHash: revised.contentHash });
  });
});

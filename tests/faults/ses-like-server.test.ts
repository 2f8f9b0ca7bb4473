import { createServer } from 'node:http';
import { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SesMailer } from '#lib/aws/ses-mailer.ts';
import { SesQuota } from '#lib/aws/ses-quota.ts';
import { parseFeedback } from '#lib/delivery/parse-feedback.ts';
import { MailWriter } from '#lib/delivery/mail-writer.ts';
import type { OutgoingMail } from '#lib/delivery/mailer.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { links, sender } from '../delivery/delivery-fixture.ts';
import { benchEdition } from './bench-edition.ts';
import { listen } from './listen.ts';
import { addressOf, WELL, type Fate, type SesBehaviour } from './ses-behaviour.ts';
import type { Told } from './ses-events.ts';
import { SesLikeServer } from './ses-like-server.ts';

const AT = Date.parse('2026-11-16T07:00:00Z');
const DAY_MS = 86_400_000;

/** A server that behaves so, and the mailer that sends to it, as the functions do. */
async function open(behaviour: Partial<SesBehaviour> = {}) {
  const told: Told[] = [];
  const clock = { time: AT };
  const server = new SesLikeServer(
    { ...WELL, ...behaviour },
    { now: () => clock.time, onTaken: (events) => told.push(...events) },
  );
  const http = createServer(server.listener);
  const client = new SESClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${await listen(http)}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
  });
  onTestFinished(() => {
    client.destroy();
    http.close().closeAllConnections();
  });
  return { server, told, clock, mailer: new SesMailer(client), quota: new SesQuota(client) };
}

async function mailTo(id: string, fate: Fate = 'fine'): Promise<OutgoingMail> {
  const topicId = 'bench';
  const person = sampleSubscriber(id, {
    topicId,
    address: addressOf(fate, id),
    name: 'Ana Example',
  });
  const written = await new MailWriter({ sender, links }).write(
    benchEdition(topicId),
    person,
    new Date(AT),
  );
  if (!written.ok) throw new Error('the sample can be written');
  return written.value;
}

describe('the SES-like server', () => {
  it('counts each mail that it took, and sees that one came twice', async () => {
    const { server, mailer } = await open();
    for (const id of ['a', 'b', 'a'])
      expect(await mailer.send(await mailTo(id))).toMatchObject({ kind: 'accepted' });
    expect(server.tally.counts()).toEqual([
      ['bench.2026-11-16.a', 2],
      ['bench.2026-11-16.b', 1],
    ]);
    expect(server.tally.garbled).toBe(0);
  });

  it('sees a mail whose memory holds another one by now', async () => {
    const { server, mailer } = await open();
    const [a, b] = [await mailTo('a'), await mailTo('b')];
    await mailer.send({ ...a, raw: b.raw });
    expect(server.tally.garbled).toBe(1);
  });

  it.each([
    ['error-before', 0],
    ['error-after', 1],
    ['drop-before', 0],
    ['drop-after', 1],
    ['silent-before', 0],
    ['silent-after', 1],
  ] as const)('leaves the mailer in doubt by %s, and has taken %i', async (fault, taken) => {
    const { server, mailer } = await open({ faults: { [fault]: 1 } });
    expect(await mailer.send(await mailTo('a'))).toMatchObject({ kind: 'unknown' });
    expect(server.tally.total).toBe(taken);
    expect(server.wrong).toEqual({ [fault]: 1 });
  });

  it('refuses what is above its rate or its day, until the window moves', async () => {
    const { server, mailer, clock, quota } = await open({
      takesPerSecond: 1,
      takesPerDay: 2,
      saysPerDay: 9,
    });
    const outcomes: unknown[] = [];
    for (const later of [0, 0, 1_001, 2_002, DAY_MS + 1]) {
      clock.time = AT + later;
      const outcome = await mailer.send(await mailTo(`s${later}`));
      outcomes.push(outcome.kind === 'throttled' ? outcome.limit : outcome.kind);
    }
    expect(outcomes).toEqual(['accepted', 'rate', 'accepted', 'day', 'accepted']);
    expect(server.tally.total).toBe(3);
    expect(await quota.read()).toEqual({ maxPerDay: 9, maxPerSecond: null, sentLast24h: 2 });
  });

  it('refuses an address for good without taking the mail', async () => {
    const { server, mailer } = await open();
    expect(await mailer.send(await mailTo('a', 'rejected'))).toMatchObject({ kind: 'rejected' });
    expect(server.tally.total).toBe(0);
  });

  it.each([
    ['fine', ['send', 'delivery']],
    ['bounce', ['send', 'bounce']],
    ['complaint', ['send', 'delivery', 'complaint']],
  ] as const)('tells of a mail that is %s in forms that Parley reads', async (fate, types) => {
    for (const seed of [1, 2, 3, 4]) {
      const { told, mailer } = await open({ seed });
      await mailer.send(await mailTo('a', fate));
      const events = told.map(({ body }) => parseFeedback(body, 'test'));
      expect(events).toMatchObject(
        types.map((type) => ({ value: { event: { type, subscriberId: 'a' } } })),
      );
    }
  });

  it('tells late, twice or never, as it is told to', async () => {
    const { told, mailer } = await open({
      events: { lostShare: 0, twiceShare: 1, afterMs: [60_000, 120_000] },
    });
    await mailer.send(await mailTo('a'));
    expect(told).toHaveLength(4);
    for (const { at } of told) expect(at).toBeGreaterThanOrEqual(AT + 60_000);
    const silent = await open({ events: { ...WELL.events, lostShare: 1 } });
    await silent.mailer.send(await mailTo('a'));
    expect(silent.told).toEqual([]);
  });
});

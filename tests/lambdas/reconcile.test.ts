import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSED_AFTER_MS } from '#lib/delivery/reconcile.ts';
import {
  handleReconcile,
  LOOKED_AT_FOR_DAYS,
  STANDS_STILL_MS,
} from '../../lambdas/reconcile/handler.ts';
import { wire } from '../../lambdas/reconcile/wiring.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { ledgerInMemory } from '../delivery/ledger-in-memory.ts';
import { FakeBuckets } from './fake-bucket.ts';
import { recordedLog } from './recorded-log.ts';

const ENVIRONMENT = {
  EDITIONS_BUCKET: 'editions-bucket',
  SUBSCRIBERS_TABLE: 'subscribers',
  LEDGER_TABLE: 'ledger',
  DELIVERY_QUEUE_URL: 'https://sqs.example/deliveries',
  FEEDBACK_QUEUE_URL: 'https://sqs.example/feedback',
  SENDER_ADDRESS: 'digest@example.com',
  CONFIGURATION_SET: 'parley-events',
  SITE_URL: 'https://news.example',
  STACK_NAME: 'Parley',
  OPERATOR_ADDRESS: 'operator@example.com',
};
const SENT = '2026-01-05T07:00:00.000Z';
const NOW = new Date(Date.parse(SENT) + CLOSED_AFTER_MS);

const ses = mockClient(SESClient);
const sqs = mockClient(SQSClient);
const edition = sampleEdition();
let recorded: ReturnType<typeof recordedLog>;
let ledger: ReturnType<typeof ledgerInMemory>;

/** An edition in the bucket, all of it sent. */
beforeEach(async () => {
  for (const mock of [ses, sqs]) mock.reset();
  recorded = recordedLog();
  ledger = ledgerInMemory();
  freeze('2026-01-05');
  ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
  const Attributes = {
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
    ApproximateNumberOfMessagesDelayed: '0',
  };
  sqs.on(GetQueueAttributesCommand).resolves({ Attributes });
  await sent(edition.id);
});

const buckets = new FakeBuckets();
const freeze = (slot: string) =>
  buckets.objects.set(
    `editions-bucket/editions/${edition.topicId}/${slot}.json`,
    JSON.stringify(sampleEdition(slot)),
  );

async function sent(editionId: string) {
  const by = 'compose';
  const { contentHash } = edition;
  const head = { editionId, contentHash, begunAt: SENT, state: 'sending', since: SENT } as const;
  await ledger.begin({ ...head, by, reason: null });
  const round = { editionId, number: 1, kind: 'audience', by, startedAt: SENT } as const;
  await ledger.openRound({ ...round, planned: { at: SENT, deliveries: 1 } });
  const key = { editionId, round: 1, shard: 3, after: '' };
  await ledger.putGroup({ ...key, subscriberIds: ['s1'], preceding: 0, plannedAt: SENT });
  await ledger.record(key, { s1: { state: 'sent', at: SENT, messageId: 'm-1' } });
}

const counted: [name: string, value: number][] = [];
let closedUntil: number | null = null;
const run = (environment = ENVIRONMENT, now = NOW) =>
  handleReconcile({
    ...wire(environment),
    ...{ ledger, log: recorded.log, now: () => now },
    pace: { look: async () => closedUntil },
    count: (name, value) => void counted.push([name, value]),
  });

describe('a run', () => {
  it('closes what is at its end, and mails the report to the operator', async () => {
    expect(await run()).toEqual({ looked: 1, closed: [edition.id], failed: [] });
    const [call, ...more] = ses.commandCalls(SendRawEmailCommand);
    expect(more).toEqual([]);
    const { Destinations, RawMessage, Tags } = call?.args[0].input ?? {};
    expect(Destinations).toEqual(['operator@example.com']);
    expect(Tags).toContainEqual({ Name: 'delivery', Value: 'report' });
    const mail = await PostalMime.parse(RawMessage?.Data ?? '');
    expect(mail.subject).toContain(edition.subject);
    expect(mail.text).toContain('https://news.example/editions/harbour-talks/2026-01-05');
    expect(recorded.lines).toMatchObject([
      { code: 'RECONCILE_DONE', editionId: edition.id, state: 'closed' },
      { code: 'RECONCILE_CLOSED', counts: { planned: 1, sent: 1 } },
    ]);
    expect(await run()).toEqual({ looked: 0, closed: [], failed: [] });
  });

  it('tells once of an edition that nobody approved in time', async () => {
    ledger = ledgerInMemory();
    const slot = 'us-north-korea.2026-01-05';
    const key = 'editions-bucket/editions/us-north-korea/2026-01-05.json';
    buckets.objects.set(key, JSON.stringify({ ...sampleEdition(), id: slot }));
    const head = { editionId: slot, contentHash: edition.contentHash, begunAt: SENT, since: SENT };
    const waits = { state: 'planned', by: 'compose', reason: null, startBy: SENT } as const;
    await ledger.begin({ ...head, ...waits });
    await run();
    await run();
    buckets.objects.delete(key);
    const mails = ses.commandCalls(SendRawEmailCommand);
    expect(mails).toHaveLength(1);
    const mail = await PostalMime.parse(mails[0]?.args[0].input.RawMessage?.Data ?? '');
    expect(mail.text).toContain('It was not approved.');
    expect(recorded.lines).toMatchObject([{ level: 'error', code: 'RECONCILE_LATE' }]);
    expect(await ledger.head(slot)).toMatchObject({ state: 'planned', by: 'cut-off' });
  });

  it('mails nobody where there is no operator', async () => {
    const answer = await run({ ...ENVIRONMENT, OPERATOR_ADDRESS: 'none' });
    expect(answer.closed).toEqual([edition.id]);
    expect(ses.calls()).toHaveLength(0);
  });

  it('says where the operator could not be told', async () => {
    ses.on(SendRawEmailCommand).rejects(new Error('no'));
    expect((await run()).closed).toEqual([edition.id]);
    expect(recorded.lines[1]).toMatchObject({ level: 'error', code: 'RECONCILE_TROUBLE' });
  });

  it('is not stopped by an edition that cannot be looked at', async () => {
    freeze('2026-01-12');
    await sent('harbour-talks.2026-01-12');
    vi.spyOn(ledger, 'rounds').mockRejectedValueOnce(new Error('the table is gone'));
    const answer = { looked: 1, closed: ['harbour-talks.2026-01-12'], failed: [edition.id] };
    expect(await run()).toEqual(answer);
    expect(recorded.lines[0]).toMatchObject({
      level: 'error',
      code: 'RECONCILE_TROUBLE',
      reason: 'the table is gone',
    });
  });

  it('does not look at old editions', async () => {
    const days = (count: number) => new Date(Date.parse(SENT) + count * 86_400_000);
    expect(await run(ENVIRONMENT, days(LOOKED_AT_FOR_DAYS + 1))).toMatchObject({ looked: 0 });
    expect(await run(ENVIRONMENT, days(LOOKED_AT_FOR_DAYS))).toMatchObject({ looked: 1 });
  });
});

describe('deliveries without a result', () => {
  const later = (ms: number) => new Date(Date.parse(SENT) + ms);
  const unsettledAt = async (now: Date) => {
    counted.length = 0;
    await run(ENVIRONMENT, now);
    return counted;
  };

  /** One delivery has its result, one has not. */
  beforeEach(async () => {
    closedUntil = null;
    sqs.on(SendMessageBatchCommand).resolves({});
    const key = { editionId: edition.id, round: 1, shard: 3, after: 's1' };
    await ledger.putGroup({ ...key, subscriberIds: ['s2'], preceding: 1, plannedAt: SENT });
  });

  it('are counted once nothing has happened for two hours', async () => {
    expect(await unsettledAt(later(STANDS_STILL_MS))).toEqual([['DeliveriesUnsettled', 0]]);
    expect(await unsettledAt(later(STANDS_STILL_MS + 1))).toEqual([['DeliveriesUnsettled', 1]]);
  });

  it('are not counted while the edition is paused, nor right after it goes on', async () => {
    const change = { by: 'ana', reason: null };
    await ledger.changeState(edition.id, { ...change, to: 'paused', at: SENT }, ['sending']);
    expect(await unsettledAt(later(STANDS_STILL_MS + 1))).toEqual([['DeliveriesUnsettled', 0]]);
    const at = later(STANDS_STILL_MS).toISOString();
    await ledger.changeState(edition.id, { ...change, to: 'sending', at }, ['paused']);
    expect(await unsettledAt(later(STANDS_STILL_MS + 1))).toEqual([['DeliveriesUnsettled', 0]]);
    expect(await unsettledAt(later(2 * STANDS_STILL_MS + 1))).toEqual([['DeliveriesUnsettled', 1]]);
  });

  it('are not counted while they wait for the day’s quota', async () => {
    closedUntil = Date.parse('2026-01-06T07:00:00Z');
    expect(await unsettledAt(later(STANDS_STILL_MS + 1))).toEqual([['DeliveriesUnsettled', 0]]);
  });
});

describe('the environment', () => {
  it('is refused with every missing name in one error', () => {
    const names = Object.keys(ENVIRONMENT).map((name) => `${name}: expected`);
    expect(() => wire({})).toThrow(new RegExp(names.join('[^]*')));
  });
});

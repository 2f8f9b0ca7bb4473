import { describe, expect, it } from 'vitest';
import { deliveryId, parseDeliveryId, toTag } from '#lib/delivery/delivery-id.ts';
import { letterId, parseLetterId } from '#lib/delivery/letter-id.ts';
import { parseFeedback, type Feedback } from '#lib/delivery/parse-feedback.ts';
import {
  complaint,
  hardBounce,
  inEnvelope,
  sesNotification,
  softBounce,
} from './ses-notification.ts';

const parse = (notification: unknown) => parseFeedback(JSON.stringify(notification), 'm1');
const read = (body: string): Feedback => {
  const parsed = parseFeedback(body, 'm1');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
};
const key = { editionId: 'harbour-talks.2026-01-05', subscriberId: 's00' };
const timestamp = '2026-01-05T07:01:00Z';
const at = '2026-01-05T07:01:00.000Z';
const letter = { letter: 'confirm', topicId: 'harbour-talks', subscriberId: 's00' } as const;

describe('a type that is no text', () => {
  it.each([{ toString: 1 }, 7, null, [], true])(
    'is a message that is not kept: %j',
    (eventType) => {
      expect(() => parseFeedback(JSON.stringify({ eventType }), 'queue')).not.toThrow();
      expect(parseFeedback(JSON.stringify({ eventType }), 'queue')).toMatchObject({ ok: false });
    },
  );
});

describe('a notification of SES', () => {
  it.each([
    ['Send', { send: {} }, { type: 'send', at: '2026-01-05T07:00:01.000Z', reason: null }],
    ['Delivery', { delivery: { timestamp } }, { type: 'delivery', at, reason: null }],
    [
      'DeliveryDelay',
      { deliveryDelay: { timestamp, delayType: 'MailboxFull' } },
      { type: 'delay', at, reason: 'MailboxFull' },
    ],
    [
      'Bounce',
      hardBounce,
      { type: 'bounce', at, reason: 'Permanent, General, smtp; 550 <the address> unknown' },
    ],
    ['Bounce', softBounce, { type: 'soft-bounce', at }],
    [
      'Bounce',
      { bounce: { bounceType: 'Undetermined', timestamp } },
      { type: 'soft-bounce', at, reason: 'Undetermined' },
    ],
    ['Complaint', complaint, { type: 'complaint', at, reason: 'abuse' }],
    ['Reject', { reject: { reason: 'Bad content' } }, { type: 'reject', reason: 'Bad content' }],
    [
      'Rendering Failure',
      { failure: { errorMessage: 'no name' } },
      { type: 'reject', reason: 'no name' },
    ],
  ])('of the type %s %j is an event of its delivery', (type, details, event) => {
    const expected = { kind: 'event', event: { ...key, messageId: 'ses-1', ...event } };
    expect(read(JSON.stringify(sesNotification(type, details)))).toMatchObject(expected);
    expect(read(inEnvelope(sesNotification(type, details)))).toMatchObject(expected);
  });

  it('of an identity has its other form, and names the delivery by the Message-ID', () => {
    const headers = [{ name: 'Message-ID', value: `<${deliveryId(key)}@example.com>` }];
    const { mail } = sesNotification('', {}, { tags: undefined, headers });
    const body = JSON.stringify({ notificationType: 'Bounce', mail, ...hardBounce });
    expect(read(body)).toMatchObject({ kind: 'event', event: { ...key, type: 'bounce', at } });
  });

  it('of a letter names it and its subscriber, in either form', () => {
    const id = letterId(letter, new Date(timestamp));
    const sentAt = '2026-01-05T07:00:01.000Z';
    const event = { ...letter, type: 'complaint', at, sentAt, reason: 'abuse' };
    const tags = { edition: ['letter'], delivery: [toTag(id)] };
    expect(read(inEnvelope(sesNotification('Complaint', complaint, { tags })))).toEqual({
      kind: 'letter',
      event,
    });
    const headers = [{ name: 'Message-ID', value: `<${id}@example.com>` }];
    const { mail } = sesNotification('', {}, { tags: undefined, headers });
    const body = JSON.stringify({ notificationType: 'Complaint', mail, ...complaint });
    expect(read(body)).toEqual({ kind: 'letter', event });
  });

  it('of a mail beside the editions is told with its name', () => {
    const mail = { tags: { delivery: ['report'] } };
    expect(read(JSON.stringify(sesNotification('Bounce', hardBounce, mail)))).toMatchObject({
      ...{ kind: 'beside', mail: 'report', type: 'bounce' },
      reason: expect.not.stringContaining('@'),
    });
  });

  it('of a mail that is not Parley’s is foreign', () => {
    const mail = { tags: { delivery: ['Newsletter 7'] } };
    expect(read(JSON.stringify(sesNotification('Bounce', hardBounce, mail)))).toEqual({
      kind: 'foreign',
      what: 'Bounce',
      messageId: 'ses-1',
    });
    const headers = [{ name: 'Message-ID', value: '<newsletter@example.com>' }];
    for (const other of [{ tags: {} }, { tags: {}, headers }])
      expect(read(JSON.stringify(sesNotification('Send', {}, other)))).toMatchObject({
        kind: 'foreign',
      });
  });

  it.each([
    ['an open', sesNotification('Open', { open: {} })],
    [
      'not spam',
      sesNotification('Complaint', { complaint: { timestamp, complaintFeedbackType: 'not-spam' } }),
    ],
  ])('that tells of %s is ignored', (_name, notification) => {
    expect(read(JSON.stringify(notification))).toMatchObject({ kind: 'ignored' });
  });

  it('that SES sends to try the topic is ignored', () => {
    const trial = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(read(inEnvelope(trial))).toEqual({ kind: 'ignored', what: 'a message of SNS' });
  });

  it.each([
    ['is not JSON', '{', ''],
    ['is no notification', '{"a": 1}', 'type'],
    ['is a list', '[]', 'type'],
    ['is null', 'null', 'type'],
  ])('that %s is a fault', (_name, body, field) => {
    const parsed = parseFeedback(body, 'm1');
    expect(parsed).toMatchObject({ ok: false, faults: [{ source: 'm1', field }] });
  });

  it('without its details is a fault that names them all', () => {
    const bounce = { bounceType: 7, timestamp: 'yesterday' };
    expect(parse(sesNotification('Bounce', { bounce }))).toMatchObject({
      ok: false,
      faults: [{ field: 'bounce.timestamp' }, { field: 'bounce.bounceType' }],
    });
    expect(parse(sesNotification('Complaint'))).toMatchObject({ ok: false });
  });
});

describe('a delivery id', () => {
  it.each(['5f0c', 's_0', 'a-b'])('is read back from its tag: %s', (subscriberId) => {
    const delivery = { ...key, subscriberId };
    expect(parseDeliveryId(toTag(deliveryId(delivery)))).toEqual(delivery);
    expect(parseDeliveryId(deliveryId(delivery))).toEqual(delivery);
  });

  it.each(['', 'harbour-talks_2026-01-05', 'Harbour_2026-01-05_a', 'x'])('is not %j', (text) => {
    expect(parseDeliveryId(text)).toBeNull();
  });
});

describe('a letter’s id', () => {
  it.each(['5f0c', 's_0', 'a-b'])('is read back from its tag: %s', (subscriberId) => {
    const key = { ...letter, letter: 'ownData', subscriberId } as const;
    const id = letterId(key, new Date(timestamp));
    expect(parseLetterId(toTag(id))).toEqual(key);
    expect(parseLetterId(id)).toEqual(key);
    expect(parseDeliveryId(toTag(id))).toBeNull();
  });

  it.each(['', 'confirm', 'confirm_harbour-talks_s00', 'report_harbour-talks_2026-01-05_17'])(
    'is not %j',
    (text) => {
      expect(parseLetterId(text)).toBeNull();
    },
  );
});

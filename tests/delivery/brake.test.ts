import { describe, expect, it, vi } from 'vitest';
import {
  brake,
  BrakeWatch,
  BRAKE_LOOKS_EVERY_MS,
  SENT_BEFORE_BOUNCES_COUNT,
  SENT_BEFORE_COMPLAINTS_COUNT,
  whyStop,
} from '#lib/delivery/brake.ts';
import type { DeliveryEvent, EventType } from '#lib/delivery/delivery.ts';
import { sampleEdition } from '../contract/sample-data.ts';
import { deliverySetup, NOW, subscribers } from './delivery-fixture.ts';

const edition = sampleEdition();
const at = NOW.toISOString();
const now = () => NOW;

describe('the limits', () => {
  it.each([
    [{ sent: 100, bounced: 5, complained: 0 }, null],
    [{ sent: 100, bounced: 6, complained: 0 }, '6 of 100 mails bounced: more than 5 %'],
    [{ sent: SENT_BEFORE_BOUNCES_COUNT - 1, bounced: 99, complained: 0 }, null],
    [{ sent: SENT_BEFORE_COMPLAINTS_COUNT, bounced: 0, complained: 1 }, null],
    [
      { sent: SENT_BEFORE_COMPLAINTS_COUNT, bounced: 0, complained: 2 },
      '2 of 1000 mails were complained of: more than 0.1 %',
    ],
    [{ sent: SENT_BEFORE_COMPLAINTS_COUNT - 1, bounced: 0, complained: 40 }, null],
  ])('of %j: %s', (rates, reason) => {
    expect(whyStop(rates)).toBe(reason);
  });
});

describe('the brake', () => {
  /** An edition of which 200 mails are sent, and the first `bad` of them came back. */
  async function sent(bad: number, type: EventType = 'bounce') {
    const people = subscribers(200);
    const { ledger, group } = await deliverySetup(people);
    const ids = people.map(({ id }) => id);
    await ledger.record(
      group,
      Object.fromEntries(ids.map((id) => [id, { state: 'sent', at, messageId: id }])),
    );
    const events: DeliveryEvent[] = ids.slice(0, bad).map((subscriberId) => ({
      ...{ editionId: edition.id, subscriberId, type, at, messageId: null, reason: null },
    }));
    await ledger.recordEvents(events);
    return ledger;
  }

  it('pauses an edition above a limit, once, with the reason in its head', async () => {
    const ledger = await sent(11);
    const reason = '11 of 200 mails bounced: more than 5 %';
    expect(await brake(edition.id, { ledger, now })).toBe(reason);
    expect(await ledger.head(edition.id)).toMatchObject({ state: 'paused', by: 'brake', reason });
    expect(await brake(edition.id, { ledger, now })).toBeNull();
  });

  it.each([
    ['at the limit', 10, 'bounce'],
    ['with soft bounces', 200, 'soft-bounce'],
    ['with complaints of too few mails to tell', 200, 'complaint'],
  ] as const)('leaves an edition alone %s', async (_name, bad, type) => {
    const ledger = await sent(bad, type);
    expect(await brake(edition.id, { ledger, now })).toBeNull();
    expect(await ledger.head(edition.id)).toMatchObject({ state: 'sending' });
  });

  it('does not count again what a person saw before resuming', async () => {
    const ledger = await sent(11);
    await brake(edition.id, { ledger, now });
    const later = new Date(NOW.getTime() + 60_000).toISOString();
    const resume = { to: 'sending', by: 'ana', at: later, reason: null } as const;
    await ledger.changeState(edition.id, resume, ['paused']);
    expect(await brake(edition.id, { ledger, now })).toBeNull();
  });

  it('does not touch an edition that is cancelled, or unknown', async () => {
    const ledger = await sent(200);
    const cancel = { to: 'cancelled', by: 'ana', at, reason: null } as const;
    await ledger.changeState(edition.id, cancel, ['sending']);
    expect(await brake(edition.id, { ledger, now })).toBeNull();
    expect(await brake('moon.2026-01-05', { ledger, now })).toBeNull();
  });

  it('is pulled by a worker at most once in a while', async () => {
    let time = NOW.getTime();
    const ledger = await sent(1);
    const list = vi.spyOn(ledger, 'head');
    const watch = new BrakeWatch({ ledger, now: () => new Date(time) });
    await watch.look(edition.id);
    await watch.look(edition.id);
    expect(list).toHaveBeenCalledTimes(1);
    time += BRAKE_LOOKS_EVERY_MS;
    await watch.look(edition.id);
    expect(list).toHaveBeenCalledTimes(2);
  });
});

import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { makeLinks } from '#lib/subscription/links.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { takeMailboxMail } from '#lib/subscription/unsubscribe-mail.ts';
import { sampleSubscriber } from '../contract/sample-data.ts';
import { SubscribersInMemory } from './subscribers-in-memory.ts';

const ring = (id = 'k1') => ({
  current: id,
  keys: new Map([[id, createSecretKey(randomBytes(32))]]),
});
const keys = ring();
const ana = { topicId: 'harbour-talks', subscriberId: 'ana' };
const token = signLink('unsubscribe', ana, keys);
const now = new Date('2026-01-05T07:00:00Z');

async function take(subject: string, autoSubmitted: string[] = [], state = 'active' as const) {
  const subscribers = new SubscribersInMemory();
  await subscribers.add(sampleSubscriber('ana', { state }));
  const outcome = await takeMailboxMail({ subject, autoSubmitted }, { subscribers, keys, now });
  return { outcome, state: (await subscribers.get('', 'ana'))?.state };
}

describe('a mail to the mailbox', () => {
  it('unsubscribes whose token its subject carries, as the mailto link writes it', async () => {
    const links = makeLinks('https://news.example', keys);
    const mailto = new URL(links.unsubscribeMailto(ana, 'leave@example.com'));
    const { outcome, state } = await take(mailto.searchParams.get('subject') ?? '');
    expect(outcome).toEqual({ kind: 'unsubscribed', ...ana });
    expect(state).toBe('unsubscribed');
  });

  it.each([`Re: unsubscribe ${token}`, `AW: UNSUBSCRIBE  ${token} `, token, `a.b.c.d ${token}`])(
    'is understood with the subject %j',
    async (subject) => {
      expect((await take(subject)).state).toBe('unsubscribed');
    },
  );

  it.each([
    ['', 'no token'],
    ['unsubscribe', 'no token'],
    ['unsubscribe me.at@example.com', 'no token'],
    [`unsubscribe ${token.slice(0, -1)}`, 'not one of ours'],
    [`unsubscribe ${token}.x`, 'no token'],
    [signLink('preferences', ana, keys), 'not one of ours'],
    [signLink('unsubscribe', ana, ring()), 'not one of ours'],
    [signLink('unsubscribe', ana, ring('k2')), 'not one of ours'],
    [`${'x'.repeat(3_000)} ${token}`, 'no token'],
    [`${'a.b.c.d '.repeat(3)}${token}`, 'not one of ours'],
  ])('without a valid token in its subject is ignored (%#)', async (subject, reason) => {
    const { outcome, state } = await take(subject);
    expect(outcome).toMatchObject({ kind: 'ignored', reason: expect.stringContaining(reason) });
    expect(state).toBe('active');
  });

  it('that answers by itself is ignored, and one that a mail program generated is not', async () => {
    expect((await take(token, ['auto-replied (vacation)'])).state).toBe('active');
    expect((await take(token, ['no', ' Auto-Replied'])).state).toBe('active');
    expect((await take(token, ['auto-generated'])).state).toBe('unsubscribed');
  });

  it('that comes twice, or for who is gone, changes nothing more', async () => {
    expect((await take(token, [], 'complained' as 'active')).state).toBe('complained');
    const subscribers = new SubscribersInMemory();
    const mail = { subject: token, autoSubmitted: [] };
    const outcome = await takeMailboxMail(mail, { subscribers, keys, now });
    expect(outcome.kind).toBe('unsubscribed');
  });

  it('costs no look-up unless its token is ours, whatever its subject is', async () => {
    const get = vi.fn();
    const subscribers = { get, setState: vi.fn() };
    const text = fc.string({ unit: fc.constantFrom(...'k1.abc-_ \r\n\0=?', token.slice(0, 9)) });
    await fc.assert(
      fc.asyncProperty(text, async (subject) => {
        await takeMailboxMail({ subject, autoSubmitted: [] }, { subscribers, keys, now });
        expect(get).not.toHaveBeenCalled();
      }),
    );
  });
});

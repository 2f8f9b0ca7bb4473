import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { makeLinks } from '#lib/subscription/links.ts';
import { verifyLink } from '#lib/subscription/signed-link.ts';
import {
  expiryOf,
  signTimedLink,
  TIMED_LINK_HOURS,
  verifyTimedLink,
  type TimedPurpose,
} from '#lib/subscription/timed-link.ts';

const newKey = () => createSecretKey(randomBytes(32));
const k1 = newKey();
const k2 = newKey();
const ring = { current: 'k1', keys: new Map([['k1', k1]]) };
const rotated = { current: 'k2', keys: new Map([['k1', k1]]).set('k2', k2) };
const retired = { current: 'k2', keys: new Map([['k2', k2]]) };
const ana = { topicId: 'harbour-talks', id: '5f0c' };
const since = '2026-01-05T07:00:00.000Z';
const now = new Date('2026-01-05T08:00:00Z');
const end = { expiresAt: expiryOf('confirm', now), binding: since };
const purposes = Object.keys(TIMED_LINK_HOURS) as TimedPurpose[];

const token = (changes: Partial<typeof end> = {}, keys = ring) =>
  signTimedLink('confirm', ana, { ...end, ...changes }, keys);
const check = (text: string, purpose: TimedPurpose = 'confirm', keys = ring, binding = since) =>
  verifyTimedLink(text, purpose, { keys, now }, async () => binding);

describe('a timed link', () => {
  it('names what it was signed for', async () => {
    expect(await check(token())).toEqual({ kind: 'valid', target: ana });
  });

  it('works until it expires, and then says that it has', async () => {
    const { expiresAt } = end;
    const at = (ms: number) => ({ keys: ring, now: new Date(expiresAt.getTime() + ms) });
    const bindingOf = vi.fn(async () => since);
    expect(await verifyTimedLink(token(), 'confirm', at(-1), bindingOf)).toMatchObject({
      kind: 'valid',
    });
    bindingOf.mockClear();
    expect(await verifyTimedLink(token(), 'confirm', at(0), bindingOf)).toEqual({
      kind: 'expired',
      target: ana,
    });
    expect(bindingOf).not.toHaveBeenCalled();
  });

  it('is overtaken once what it was bound to has changed or is gone', async () => {
    const overtaken = { kind: 'overtaken', target: ana };
    expect(await check(token(), 'confirm', ring, '2026-01-05T08:00:00.000Z')).toEqual(overtaken);
    const gone = verifyTimedLink(token(), 'confirm', { keys: ring, now }, async () => null);
    expect(await gone).toEqual(overtaken);
    const texts = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (signed, stands) => {
        const { kind } = await check(token({ binding: signed }), 'confirm', ring, stands);
        expect(kind).toBe(signed === stands ? 'valid' : 'overtaken');
      }),
    );
  });

  it('is good for one purpose only', async () => {
    for (const signed of purposes)
      for (const used of purposes) {
        const { kind } = await check(signTimedLink(signed, ana, end, ring), used);
        expect(kind).toBe(signed === used ? 'valid' : 'invalid');
      }
  });

  it('works on after its key was rotated, until the key is taken away', async () => {
    expect(await check(token(), 'confirm', rotated)).toMatchObject({ kind: 'valid' });
    expect(await check(token(), 'confirm', retired)).toEqual({ kind: 'invalid' });
    expect(await check(token({}, rotated), 'confirm', ring)).toEqual({ kind: 'invalid' });
  });

  it('is worth nothing with any character changed, left out or added', async () => {
    const good = token();
    for (let at = 0; at < good.length; at++)
      for (const put of ['', 'A', 'B', '.', `${good[at]}0`]) {
        const forged = good.slice(0, at) + put + good.slice(at + 1);
        const { kind } = await check(forged);
        expect(kind === 'valid').toBe(forged === good);
        // The second half of the signature is what tells a damaged token from an overtaken one.
        if (at < good.length - 22 && forged !== good) expect(kind).toBe('invalid');
      }
  });

  it('is not taken for another target, expiry or key by exchanging parts', async () => {
    const ids = fc.stringMatching(/^[\w-]{1,12}$/);
    const links = fc.record({ topicId: ids, id: ids, seconds: fc.nat({ max: 4e9 }) });
    await fc.assert(
      fc.asyncProperty(links, links, fc.nat({ max: 31 }), async (one, other, mask) => {
        const sign = ({ seconds, ...target }: typeof one, keys: typeof ring) =>
          signTimedLink('confirm', target, { ...end, expiresAt: new Date(seconds * 1000) }, keys);
        const a = sign(one, ring);
        const b = sign(other, rotated);
        const parts = b.split('.');
        const mixed = a.split('.').map((part, i) => ((mask >> i) & 1 ? parts[i] : part));
        const forged = mixed.join('.');
        const { kind } = await check(forged, 'confirm', rotated);
        expect(kind !== 'invalid').toBe(forged === a || forged === b);
      }),
    );
  });

  it('cannot be guessed: nothing that was not signed is taken, nor looked up', async () => {
    const parts = fc.array(fc.string({ maxLength: 50 }), { maxLength: 6 });
    const bindingOf = vi.fn(async () => since);
    await fc.assert(
      fc.asyncProperty(parts, async (texts) => {
        const guess = ['k1', ...texts].join('.');
        const checked = await verifyTimedLink(guess, 'confirm', { keys: ring, now }, bindingOf);
        expect(checked).toEqual({ kind: 'invalid' });
      }),
    );
    expect(bindingOf).not.toHaveBeenCalled();
  });

  it('is no lasting link, and a lasting link is no timed one', async () => {
    const links = makeLinks('https://news.example', ring);
    const lasting = links.preferencesUrl({ topicId: ana.topicId, subscriberId: ana.id });
    expect(await check(lasting.split('/').at(-1) ?? '')).toEqual({ kind: 'invalid' });
    for (const purpose of ['unsubscribe', 'undo-unsubscribe', 'preferences'] as const)
      expect(verifyLink(token(), purpose, ring)).toBeNull();
  });

  it('is not made of what could not be read back', () => {
    const odd = { topicId: 'a.b', id: 'c' };
    expect(() => signTimedLink('confirm', odd, end, ring)).toThrow(RangeError);
    expect(() => token({ expiresAt: new Date(NaN) })).toThrow(RangeError);
  });

  it('stands under the site’s address by its purpose', async () => {
    const url = makeLinks('https://news.example/parley/', ring).timedUrl('approve', ana, end);
    const [text = ''] = url.match(/(?<=^https:\/\/news\.example\/parley\/approve\/).+$/) ?? [];
    expect(await check(text, 'approve')).toMatchObject({ kind: 'valid' });
  });
});

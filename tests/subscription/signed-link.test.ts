import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from '#lib/subscription/key-ring.ts';
import { makeLinks } from '#lib/subscription/links.ts';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';

const newKey = () => createSecretKey(randomBytes(32));
const k1 = newKey();
const k2 = newKey();
const ring = (current: string, keys: KeyRing['keys']): KeyRing => ({ current, keys });
const old = ring('k1', new Map([['k1', k1]]));
const rotated = ring(
  'k2',
  new Map([
    ['k1', k1],
    ['k2', k2],
  ]),
);
const renewed = ring('k2', new Map([['k2', k2]]));
const ana = { topicId: 'harbour-talks', subscriberId: '5f0c' };

describe('a signed link', () => {
  it('names the subscriber it was signed for', () => {
    expect(verifyLink(signLink('unsubscribe', ana, old), 'unsubscribe', old)).toEqual(ana);
  });

  it('is good for one purpose only', () => {
    const purposes = ['unsubscribe', 'undo-unsubscribe', 'preferences'] as const;
    for (const signed of purposes)
      for (const used of purposes)
        expect(verifyLink(signLink(signed, ana, old), used, old)).toEqual(
          signed === used ? ana : null,
        );
  });

  it('that was mailed years ago is read today', () => {
    const key = createSecretKey(Buffer.alloc(32, 7));
    const token = 'k1.harbour-talks.5f0c.kj6pkWLpE_O4Or6zBA3L2CeLqU4P716-FSaLnIJUwcY';
    expect(verifyLink(token, 'unsubscribe', ring('k1', new Map([['k1', key]])))).toEqual(ana);
  });

  it('works on after its key was rotated, until the key is taken away', () => {
    const token = signLink('unsubscribe', ana, old);
    expect(verifyLink(token, 'unsubscribe', rotated)).toEqual(ana);
    expect(verifyLink(token, 'unsubscribe', renewed)).toBeNull();
    expect(signLink('unsubscribe', ana, rotated)).not.toBe(token);
  });

  it('is worth nothing with any character changed', () => {
    const token = signLink('unsubscribe', ana, old);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, at) + other + token.slice(at + 1);
      expect(verifyLink(forged, 'unsubscribe', old)).toBeNull();
    }
  });

  it('is not taken for another reader, list or key by moving its parts', () => {
    const token = signLink('unsubscribe', { topicId: 'a', subscriberId: 'b' }, rotated);
    const [key, topic, subscriber, mac] = token.split('.');
    const forged = [
      [key, `${topic}.${subscriber}`, '', mac],
      [key, subscriber, topic, mac],
      ['k1', topic, subscriber, mac],
      [key, topic, subscriber, ''],
      [key, topic, subscriber],
      [key, topic, subscriber, mac, ''],
    ];
    for (const parts of forged)
      expect(verifyLink(parts.join('.'), 'unsubscribe', rotated)).toBeNull();
  });

  it('cannot be guessed: nothing that was not signed is taken', () => {
    const parts = fc.array(fc.string({ maxLength: 50 }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, (texts) => {
        expect(verifyLink(['k1', ...texts].join('.'), 'unsubscribe', old)).toBeNull();
      }),
    );
  });

  it('is not made for ids that could not be read back', () => {
    const odd = { topicId: 'a.b', subscriberId: 'c' };
    expect(() => signLink('unsubscribe', odd, old)).toThrow(RangeError);
  });
});

describe('makeLinks', () => {
  it('puts links under the site’s address, with or without a path or slash', () => {
    for (const base of ['https://news.example/parley', 'https://news.example/parley/']) {
      const links = makeLinks(base, old);
      expect(links.viewUrl('harbour-talks.2026-01-05')).toBe(
        'https://news.example/parley/editions/harbour-talks/2026-01-05',
      );
      const token = links.unsubscribeUrl(ana).split('https://news.example/parley/unsubscribe/')[1];
      expect(verifyLink(token ?? '', 'unsubscribe', old)).toEqual(ana);
    }
  });

  it.each([
    'news.example',
    'javascript:alert(1)',
    'https://news.example/?q=1',
    'https://u:p@news.example',
  ])('refuses %s as the address of a site', (address) => {
    expect(() => makeLinks(address, old)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { inLanguage } from '#lib/site/page-language.ts';
import { signLink } from '#lib/subscription/signed-link.ts';
import { READER, SITE, shippedBrand, testSite } from './site-fixture.ts';

const site = testSite();
const read = async (path: string, acceptLanguage?: string) => {
  const headers: Record<string, string> =
    acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
  const response = await site.app.request(path, { headers });
  const body = await response.text();
  return { response, body, language: /<html lang="([^"]*)" dir="ltr">/.exec(body)?.[1] };
};

describe('the language of a page', () => {
  it.each([
    ['/', undefined, 'en'],
    ['/', 'ko', 'ko'],
    ['/', 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['/', 'de, ko;q=0.5', 'ko'],
    ['/', 'ko;q=0.3, en', 'en'],
    ['/', 'ko;q=0, en;q=0.1', 'en'],
    ['/', 'de', 'en'],
    ['/', 'x'.repeat(5_000), 'en'],
    ['/?lang=ko', 'en', 'ko'],
    ['/?lang=KO', 'en', 'ko'],
    ['/?lang=en', 'ko', 'en'],
    ['/?lang=de', 'ko', 'ko'],
    ['/?lang=__proto__', 'en', 'en'],
    ['/nowhere', 'ko', 'ko'],
  ])('of %s for a browser that asks for %s is %s', async (path, accepts, expected) => {
    const { response, language } = await read(path, accepts);
    expect(language).toBe(expected);
    expect(response.headers.get('content-language')).toBe(expected);
    expect(response.headers.get('vary')).toContain('Accept-Language');
  });

  it('is the brand’s for who asks for none that there is', async () => {
    const korean = testSite('active', [], { brand: { ...shippedBrand(), language: 'ko' } });
    expect(await (await korean.app.request('/')).text()).toContain('<html lang="ko"');
  });

  it('stays in every link and form once it was chosen, and sets no cookie', async () => {
    const path = `/unsubscribe/${signLink('unsubscribe', READER, site.keys)}`;
    for (const page of ['/?lang=ko', '/editions?lang=ko', `${path}?lang=ko`]) {
      const { response, body } = await read(page, 'en');
      expect(response.headers.get('set-cookie')).toBeNull();
      const own = [...body.matchAll(/(?:<a [^>]*?href|action)="([/?][^"]*)"/g)].map(
        ([, link = '']) => link,
      );
      expect(own.length).toBeGreaterThan(4);
      const without = own.filter((link) => !link.includes('lang='));
      // Editions and feeds have the one language that they were written in.
      expect(without.filter((link) => !/^\/(editions\/.+\/|atom|feed)/.test(link))).toEqual([]);
    }
  });

  it('is switched on the same page, with its other parameters', async () => {
    const { body } = await read('/editions?page=1');
    expect(body).toContain('href="?page=1&amp;lang=ko" lang="ko" hreflang="ko"');
  });

  it('is never switched to another host', async () => {
    const { body } = await read('//evil.example/x');
    expect(body).not.toContain('evil.example');
  });

  it('is told to search engines, each under its own address', async () => {
    const { body } = await read('/editions?lang=ko');
    expect(body).toContain(`<link rel="canonical" href="${SITE}/editions?lang=ko" />`);
    for (const language of ['en', 'ko'])
      expect(body).toMatch(
        new RegExp(`hreflang="${language}"\\s+href="${SITE}/editions\\?lang=${language}"`),
      );
  });
});

it('a language is put into an address once', () => {
  expect(inLanguage('/editions?page=2', 'ko')).toBe('/editions?page=2&lang=ko');
  expect(inLanguage('?lang=en&page=2', 'ko')).toBe('?lang=ko&page=2');
});

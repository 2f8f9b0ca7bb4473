import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signLink, verifyLink } from '#lib/subscription/signed-link.ts';
import { READER, someKeys, testSite, type TestSite } from './site-fixture.ts';

const unsubscribePath = ({ keys }: TestSite) =>
  `/unsubscribe/${signLink('unsubscribe', READER, keys)}`;
const undoPath = ({ keys }: TestSite) =>
  `/undo-unsubscribe/${signLink('undo-unsubscribe', READER, keys)}`;
const post = (site: TestSite, path: string, init: RequestInit = {}) =>
  site.app.request(path, { method: 'POST', ...init });

describe('opening an unsubscribe link', () => {
  it.each(['GET', 'HEAD'])('changes nothing by %s', async (method) => {
    const site = testSite();
    const response = await site.app.request(unsubscribePath(site), { method });
    expect(response.status).toBe(200);
    expect(site.writes).toBe(0);
  });

  it('asks with one form that posts to the link itself, and no script', async () => {
    const site = testSite();
    const body = await (await site.app.request(unsubscribePath(site))).text();
    expect(body.match(/<form/g)).toHaveLength(1);
    expect(body).toContain(`<form method="post" action="${unsubscribePath(site)}">`);
    expect(body).not.toMatch(/<script|http-equiv|\son\w+=/i);
  });

  it('does not print the address: the mail may have been forwarded', async () => {
    const site = testSite();
    for (const method of ['GET', 'POST']) {
      const response = await site.app.request(unsubscribePath(site), { method });
      expect(await response.text()).not.toContain('reader@example.com');
    }
  });
});

describe('posting to an unsubscribe link', () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  const bodies: [string, RequestInit][] = [
    ['an urlencoded form', { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }],
    ['a multipart form', { body: form }],
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['a broken form', { body: '--x', headers: { 'content-type': 'multipart/form-data' } }],
    ['nothing', {}],
  ];

  it.each(bodies)('unsubscribes with %s, by 200 and no redirect', async (_name, init) => {
    const site = testSite();
    const response = await post(site, unsubscribePath(site), init);
    expect(response.status).toBe(200);
    expect(response.headers.get('location')).toBeNull();
    expect(site.subscriber).toMatchObject({ state: 'unsubscribed', since: site.now.toISOString() });
  });

  it('answers the same page for somebody who was erased', async () => {
    const [there, erased] = [testSite(), testSite('erased')];
    const title = async (site: TestSite) =>
      /<h1>.*<\/h1>/.exec(await (await post(site, unsubscribePath(site))).text())?.[0];
    expect(await title(erased)).toBe(await title(there));
  });

  it.each(['bounced', 'complained'] as const)('leaves %s as it is', async (state) => {
    const site = testSite(state);
    const response = await post(site, unsubscribePath(site));
    expect(site.subscriber?.state).toBe(state);
    expect(await response.text()).not.toContain('<form');
  });

  it('offers a way back that works', async () => {
    const site = testSite();
    const body = await (await post(site, unsubscribePath(site))).text();
    const [, path = ''] = /action="([^"]+)"/.exec(body) ?? [];
    const response = await post(site, path);
    expect(response.status).toBe(200);
    expect(site.subscriber?.state).toBe('active');
  });
});

describe('undoing an unsubscribe', () => {
  it('is refused after a day', async () => {
    const site = testSite();
    await post(site, unsubscribePath(site));
    site.now = new Date(site.now.getTime() + 25 * 3_600_000);
    const response = await post(site, undoPath(site));
    expect(response.status).toBe(409);
    expect(site.subscriber?.state).toBe('unsubscribed');
  });

  it.each(['pending', 'bounced', 'complained'] as const)('never activates %s', async (state) => {
    const site = testSite(state);
    await post(site, unsubscribePath(site));
    const response = await post(site, undoPath(site));
    expect(response.status).toBe(409);
    expect(site.subscriber?.state).toBe(state);
  });

  it('changes nothing by GET', async () => {
    const site = testSite('unsubscribed');
    await site.app.request(undoPath(site));
    expect(site.writes).toBe(0);
  });
});

describe('a link that was not signed for this', () => {
  it('is a 400 that says what to do, whatever it holds', async () => {
    const site = testSite();
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w.~-]{1,80}$/), async (token) => {
        fc.pre(
          token !== '.' && token !== '..' && verifyLink(token, 'unsubscribe', site.keys) === null,
        );
        const response = await post(site, `/unsubscribe/${token}`);
        expect(response.status).toBe(400);
        expect(await response.text()).toContain('This link does not work');
      }),
      { numRuns: 50 },
    );
    expect(site.writes).toBe(0);
  });

  it.each([
    ['an undo link', (site: TestSite) => signLink('undo-unsubscribe', READER, site.keys)],
    ['another key', () => signLink('unsubscribe', READER, someKeys())],
    [
      'a changed reader',
      (site: TestSite) => signLink('unsubscribe', READER, site.keys).replace('s1', 's2'),
    ],
  ])('is refused: %s', async (_name, token) => {
    const site = testSite();
    const response = await post(site, `/unsubscribe/${token(site)}`);
    expect(response.status).toBe(400);
    expect(site.writes).toBe(0);
  });

  it('is refused where an unsubscribe link is used to undo', async () => {
    const site = testSite('unsubscribed');
    const token = signLink('unsubscribe', READER, site.keys);
    expect((await post(site, `/undo-unsubscribe/${token}`)).status).toBe(400);
  });
});

describe('pages of one reader', () => {
  it('are neither kept nor indexed, and send no referrer', async () => {
    const site = testSite();
    const { headers } = await site.app.request(unsubscribePath(site));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

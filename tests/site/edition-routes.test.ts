import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDERS } from '#lib/briefing/placeholders.ts';
import { EDITION_STATES } from '#lib/delivery/edition-head.ts';
import type { Edition } from '#lib/edition/edition.ts';
import { EDITION, SITE, shippedBrand, testSite, type Filed } from './site-fixture.ts';

const PATH = '/editions/us-north-korea/2026-11-16';
const read = async (path: string, filed?: Filed[]) => {
  const response = await testSite('active', filed).app.request(path);
  return { response, body: await response.text() };
};
const filed = (number: number, changes: Partial<Edition> = {}): Filed => {
  const slot = new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
  const topicId = changes.topicId ?? EDITION.topicId;
  const contentHash = createHash('sha256')
    .update(topicId + slot)
    .digest('hex');
  const own = { id: `${topicId}.${slot}`, slot, subject: `Edition ${number}.`, contentHash };
  return { edition: { ...EDITION, ...own, ...changes }, state: 'closed' };
};

describe('an edition in the browser', () => {
  it('is the mailed one byte for byte, but for the links of one reader and lines at the end of its head', async () => {
    const { response, body } = await read(PATH);
    expect(response.status).toBe(200);
    const added = /<link rel="canonical"[^]*?(?=<\/head>)/.exec(body)?.[0] ?? '';
    expect(added).not.toContain('<body');
    const mailed = EDITION.html
      .replaceAll(PLACEHOLDERS.viewUrl, PATH)
      .replaceAll(PLACEHOLDERS.unsubscribeUrl, '/unsubscribe')
      .replaceAll(PLACEHOLDERS.preferencesUrl, '/preferences');
    expect(body.replace(added, '')).toBe(mailed);
  });

  it('names its one address, and its card, in those lines', async () => {
    const { body } = await read(PATH);
    expect(body).toContain(`<link rel="canonical" href="${SITE}${PATH}" />`);
    expect(body).toContain('<meta property="og:title" content="Talks &lt;then&gt; &amp; now" />');
    expect(body).toContain('<meta property="og:description" content="What changed" />');
    expect(body).toContain(`<meta property="og:url" content="${SITE}${PATH}" />`);
  });

  it('may use its own styles and nothing else: no script, no other source, no form, no frame around it', async () => {
    const { headers } = (await read(PATH)).response;
    const sha256 = (style: string) =>
      `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'unsafe-hashes' ${sha256('p { margin: 0 }')} ${sha256('color:red')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is found at the address that older mails carry', async () => {
    const { response } = await read(`/editions/${EDITION.id}`);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(PATH);
  });

  it('comes compressed where that is asked for, and not at all where the reader has it', async () => {
    const { app } = testSite();
    const plain = await app.request(PATH, { headers: { 'accept-encoding': 'gzip;q=0' } });
    const packed = await app.request(PATH, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toBe(await plain.text());
    const etag = plain.headers.get('etag') ?? '';
    for (const known of [etag, `"other", ${etag.replace('W/', '')}`, '*']) {
      const again = await app.request(PATH, { headers: { 'if-none-match': known } });
      expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    const other = await app.request(PATH, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('answers HEAD as GET without a body', async () => {
    const response = await testSite().app.request(PATH, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).not.toBeNull();
    expect(await response.text()).toBe('');
  });

  it.each([
    '/editions/us-north-korea/2026-11-17',
    '/editions/us-north-korea.2026-11-17',
    '/editions/unknown/2026-11-16',
    '/editions/us-north-korea/latest',
    '/editions/nonsense',
    '/editions/..%2F..%2Fetc/2026-11-16',
    '/editions/us-north-korea/..%2F2026-11-16',
    '/editions/%00',
    '/editions/us-north-korea.2026-11-16%2Fb',
    '/editions/__proto__/2026-11-16',
  ])('is a 404 in plain words for %s', async (path) => {
    const { response, body } = await read(path);
    expect(response.status).toBe(404);
    expect(body).toContain('There is no such page');
  });
});

describe('what is public', () => {
  it.each([
    { state: null, shown: false },
    ...EDITION_STATES.map((state) => ({
      state,
      shown: state === 'sending' || state === 'paused' || state === 'closed',
    })),
    { state: 'cancelled' as const, result: 'sent' as const, shown: true },
    { state: 'cancelled' as const, result: 'skipped' as const, shown: false },
  ])('an edition that is $state (delivery: $result) is shown: $shown', async (how) => {
    const { shown, ...known } = how;
    const stored = [{ edition: EDITION, ...known }];
    for (const path of [PATH, `/editions/${EDITION.id}`])
      expect((await read(path, stored)).response.status === 404).toBe(!shown);
    for (const path of ['/', '/editions', '/editions/us-north-korea', '/atom.xml', '/feed.json'])
      expect((await read(path, stored)).body.includes('What changed')).toBe(shown);
    expect((await read('/sitemap.xml', stored)).body.includes(PATH)).toBe(shown);
  });

  it('is never other content than was mailed', async () => {
    const mailed = testSite('active', [
      { edition: EDITION, state: 'closed', mailed: '2'.repeat(64) },
    ]);
    expect((await mailed.app.request(PATH)).status).toBe(404);
  });

  it('shows as soon as its sending begins', async () => {
    const edition: Filed = { edition: EDITION, state: 'planned' };
    const site = testSite('active', [edition]);
    expect((await site.app.request(PATH)).status).toBe(404);
    edition.state = 'sending';
    site.now = new Date(site.now.getTime() + 1_000);
    expect((await site.app.request(PATH)).status).toBe(200);
  });
});

describe('the list of editions', () => {
  const many = Array.from({ length: 45 }, (_, index) => filed(index + 1));

  it('links each edition and escapes its subject', async () => {
    const { body } = await read('/editions');
    expect(body).toContain(`<a href="${PATH}" lang="en" hreflang="en"`);
    expect(body).toContain('Talks &lt;then&gt; &amp; now');
  });

  it('is paged, latest first', async () => {
    const first = (await read('/editions', many)).body;
    expect(first).toMatch(/Edition 45\.[^]*Edition 26\./);
    expect(first).not.toContain('Edition 25.');
    expect(first).toContain('href="/editions?page=2" rel="next"');
    expect(first).not.toContain('rel="prev"');
    const last = (await read('/editions/us-north-korea?page=3', many)).body;
    expect(last).toMatch(/Edition 5\.[^]*Edition 1\./);
    expect(last).toContain('href="/editions/us-north-korea?page=2" rel="prev"');
    expect(last).not.toContain('rel="next"');
    expect(last).toContain(`rel="canonical" href="${SITE}/editions/us-north-korea?page=3"`);
  });

  it.each(['?page=0', '?page=4', '?page=-1', '?page=1e3', '?page=x', '?page=9999999999999'])(
    'has no page %s',
    async (query) => {
      for (const path of ['/editions', '/editions/us-north-korea'])
        expect((await read(path + query, many)).response.status).toBe(404);
    },
  );

  it('is there for each topic, and for one that is followed no more', async () => {
    const old = filed(3, { topicId: 'river-talks', topicTitle: 'River talks' });
    const stored = [filed(1), old];
    const topic = (await read('/editions/river-talks', stored)).body;
    expect(topic).toContain('Past editions: River talks');
    expect(topic).toContain('Edition 3.');
    expect(topic).not.toContain('Edition 1.');
    expect((await read('/editions', stored)).body).toMatch(/Edition 3\.[^]*Edition 1\./);
  });

  it('says so where there is none yet', async () => {
    for (const path of ['/editions', '/editions/us-north-korea']) {
      const { response, body } = await read(path, []);
      expect([response.status, body.includes('There is none yet')]).toEqual([200, true]);
    }
  });

  it('leaves out an edition that cannot be read, and reports it', async () => {
    const site = testSite('active', [filed(1), { ...filed(2), isBroken: true }]);
    const body = await (await site.app.request('/editions')).text();
    expect(body).toContain('Edition 1.');
    expect(body).not.toContain('Edition 2.');
    expect(site.failures).toHaveLength(1);
  });

  it('reads the store once for many requests', async () => {
    const site = testSite('active', many);
    for (const path of ['/', '/editions', '/editions?page=2', '/atom.xml', '/editions'])
      await site.app.request(path);
    expect(site.reads).toBe(40);
  });

  it('knows a new edition after a minute', async () => {
    const site = testSite('active', [filed(1)]);
    await site.app.request('/editions');
    site.editions.push(filed(2));
    site.now = new Date(site.now.getTime() + 60_000);
    expect(await (await site.app.request('/editions')).text()).toContain('Edition 2.');
  });
});

describe('a logo', () => {
  it('is the one image that an edition may load', async () => {
    const url = 'https://cdn.example/logo.png';
    const brand = { ...shippedBrand(), logo: { url, alt: 'Parley', width: 32, height: 32 } };
    const { headers } = await testSite('active', undefined, { brand }).app.request(PATH);
    expect(headers.get('content-security-policy')).toContain(`img-src data: ${url};`);
  });
});

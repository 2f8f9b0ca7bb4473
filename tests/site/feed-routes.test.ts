import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '@rowanmanning/feed-parser';
import { EDITION, SITE, testSite, type Filed } from './site-fixture.ts';

const HOSTILE = `A & B <c> "d" 'e' ]]>`;
const filed = (slot: string, changes = {}): Filed => ({
  edition: {
    ...EDITION,
    id: `us-north-korea.${slot}`,
    slot,
    composedAt: `${slot}T07:00:00.000Z`,
    contentHash: createHash('sha256').update(slot).digest('hex'),
    subject: `Of ${slot}`,
    ...changes,
  },
  state: 'closed',
});
const EDITIONS = [filed('2026-11-09'), filed('2026-11-16', { preheader: HOSTILE })];
const get = (path: string, headers = {}, editions = EDITIONS) =>
  testSite('active', editions).app.request(path, { headers });

describe.each([
  { path: '/atom.xml', title: 'Parley', page: '/editions' },
  {
    path: '/editions/us-north-korea/atom.xml',
    title: 'Parley: US–North Korea talks',
    page: '/editions/us-north-korea',
  },
])('the Atom feed $path', ({ path, title, page }) => {
  it('has what RFC 4287 asks for, with absolute addresses', async () => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await response.text();
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
    const [head = '', ...entries] = xml.split('<entry');
    for (const element of ['id', 'title', 'updated', 'author'])
      expect(head.match(new RegExp(`<${element}>`, 'g')), element).toHaveLength(1);
    expect(head).toContain(`<link rel="self" type="application/atom+xml" href="${SITE}${path}"/>`);
    expect(head).toContain(`<link rel="alternate" type="text/html" href="${SITE}${page}"/>`);
    expect(head).toContain('<updated>2026-11-16T07:00:00.000Z</updated>');
    expect(entries).toHaveLength(2);
    for (const entry of entries)
      for (const element of ['id', 'title', 'updated', 'published', 'summary'])
        expect(entry.match(new RegExp(`<${element}>`, 'g')), element).toHaveLength(1);
  });

  it('is read by another program as it was meant, hostile words included', async () => {
    const feed = parseFeed(await (await get(path)).text());
    expect([feed.title, feed.url]).toEqual([title, SITE + page]);
    expect(feed.items.map((item) => [item.title, item.url, item.description])).toEqual([
      ['Of 2026-11-16', `${SITE}/editions/us-north-korea/2026-11-16`, HOSTILE],
      ['Of 2026-11-09', `${SITE}/editions/us-north-korea/2026-11-09`, 'What changed'],
    ]);
  });

  it('is not sent again to who has it, and is once an edition came', async () => {
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    const more = [...EDITIONS, filed('2026-11-23')];
    expect((await get(path, { 'if-none-match': etag }, more)).status).toBe(200);
  });

  it('is valid before the first edition', async () => {
    const xml = await (await get(path, {}, [])).text();
    expect(xml).toContain('<updated>1970-01-01T00:00:00Z</updated>');
    expect(xml).not.toContain('<entry');
  });
});

describe('the JSON feed', () => {
  it('has what JSON Feed 1.1 asks for, with absolute addresses', async () => {
    const response = await get('/editions/us-north-korea/feed.json');
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect(await response.json()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Parley: US–North Korea talks',
      home_page_url: `${SITE}/editions/us-north-korea`,
      feed_url: `${SITE}/editions/us-north-korea/feed.json`,
      language: 'en',
      authors: [{ name: 'Parley' }],
      items: [
        {
          id: expect.stringMatching(UUID),
          url: `${SITE}/editions/us-north-korea/2026-11-16`,
          title: 'Of 2026-11-16',
          content_text: HOSTILE,
          date_published: '2026-11-16T07:00:00.000Z',
        },
        { title: 'Of 2026-11-09' },
      ],
    });
  });

  it('names an edition by the same id as the Atom feed, wherever the pages are', async () => {
    const ids = ((await (await get('/feed.json')).json()) as { items: { id: string }[] }).items;
    const elsewhere = testSite('active', EDITIONS, { siteUrl: () => 'https://moved.example' });
    const atom = await (await elsewhere.app.request('/atom.xml')).text();
    expect(ids).toHaveLength(2);
    for (const { id } of ids) expect(atom).toContain(`<id>${id}</id>`);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
  });
});

/** RFC 9562, version 8. */
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a feed of nobody', () => {
  it.each([
    '/editions/unknown/atom.xml',
    '/editions/unknown/feed.json',
    '/editions/..%2F../atom.xml',
  ])('is a 404: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('what robots read', () => {
  it('lists the pages for everybody and each edition with its date', async () => {
    const response = await get('/sitemap.xml');
    expect(response.headers.get('content-type')).toContain('application/xml');
    const found = [...(await response.text()).matchAll(/<loc>(.*?)<\/loc>(.*)<\/url>/g)];
    expect(found.map(([, loc, rest]) => [loc, rest])).toEqual([
      [`${SITE}/`, ''],
      [`${SITE}/subscribe`, ''],
      [`${SITE}/editions`, ''],
      [`${SITE}/editions/us-north-korea`, ''],
      [`${SITE}/editions/us-north-korea/2026-11-16`, '<lastmod>2026-11-16</lastmod>'],
      [`${SITE}/editions/us-north-korea/2026-11-09`, '<lastmod>2026-11-09</lastmod>'],
    ]);
  });

  it('closes nothing and names the sitemap', async () => {
    const text = await (await get('/robots.txt')).text();
    expect(text).toBe(`User-agent: *\nDisallow:\n\nSitemap: ${SITE}/sitemap.xml\n`);
  });
});

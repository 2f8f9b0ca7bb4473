import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { studioApp } from '#lib/studio/studio-app.ts';
import { inventedDeps, inventedEdition } from './invented.ts';

const HOSTILE = '<img src=x onerror=alert(1)>"\'&';
let app: Hono;

beforeAll(async () => {
  const hostile = inventedEdition({
    id: 'river-talks.2026-11-09',
    slot: '2026-11-09',
    subject: HOSTILE,
    preheader: HOSTILE,
    topicTitle: HOSTILE,
    text: `</pre><script>${HOSTILE}`,
  });
  hostile.record.dropped = [{ line: HOSTILE, reason: HOSTILE }];
  hostile.record.quarantined = [{ source: HOSTILE, field: HOSTILE, expected: HOSTILE }];
  app = studioApp(await inventedDeps([inventedEdition(), hostile]));
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('editions', () => {
  it('are listed, and the newest is shown with what became of its deliveries', async () => {
    const { status, body } = await get('/studio');
    expect(status).toBe(200);
    expect(body).toContain('The ferry runs again');
    expect(body).toContain('2 sent, 1 ');
    expect(body).toContain('/studio/editions/river-talks.2026-11-16');
  });

  it('are listed beside what is wrong with one that cannot be read', async () => {
    const deps = await inventedDeps([]);
    const fault = { source: HOSTILE, field: 'slot', expected: 'text' };
    const list = () => Promise.resolve({ editions: [inventedEdition()], faults: [fault] });
    const studio = studioApp({ ...deps, editions: { ...deps.editions, list } });
    const body = await (await studio.request('/studio')).text();
    expect(body).toContain('slot: expected text');
    expect(body).not.toContain(HOSTILE);
    expect(body).toContain('data-path="/studio/samples/');
  });

  it.each([
    ['desktop', 'src="/studio/editions/river-talks.2026-11-16/html?scheme=light"'],
    ['phone', 'class="frame w320 light"'],
    ['dark', '/html?scheme=dark"'],
    ['images-off', '/html?scheme=light&amp;images=off"'],
    ['no-css', '/html?scheme=light&amp;css=off"'],
    ['text', 'The ferry runs.\n</code>'],
    ['source', '&lt;p&gt;The ferry runs.&lt;/p&gt;'],
    ['headers', '&lt;b&gt;bold&lt;/b&gt;'],
    ['record', 'its number is not in its evidence'],
    ['nonsense', 'class="frame w622 light"'],
  ])('are shown as %s', async (view, part) => {
    const { status, body } = await get(`/studio/editions/river-talks.2026-11-16?view=${view}`);
    expect(status).toBe(200);
    expect(body).toContain(part);
  });

  it('come in a frame whose page may run no script and send no form', async () => {
    const { headers, body } = await get('/studio/editions/river-talks.2026-11-16/html');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox;/,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toMatch(/allow-(scripts|forms|top-navigation)/);
    expect(policy).toContain("form-action 'none'");
    expect(body).toContain('<base target="_blank">');
  });

  it.each(['record', 'text', 'source', 'desktop', 'phone'])(
    'with hostile words stay words in the view %s',
    async (view) => {
      const { body } = await get(`/studio/editions/river-talks.2026-11-09?view=${view}`);
      expect(body).not.toContain('<img');
      expect(body).not.toContain('<script>');
      expect(body).toContain('&lt;img src=x');
    },
  );
});

describe('the inbox', () => {
  it('lists the mails of the folder', async () => {
    const { body } = await get('/studio/inbox');
    expect(body).toContain('The ferry runs again');
    expect(body).toContain('to Ana Lima &lt;ana@example.com&gt;');
    expect(body).toContain('2026-11-16 07:00 UTC');
  });

  it.each([
    ['both', 'src="/studio/inbox/one/html?scheme=light"'],
    ['phone', 'class="frame w320 light"'],
    ['text', 'The ferry runs &amp; sails.'],
    ['headers', '&lt;b&gt;bold&lt;/b&gt;'],
    ['source', '&lt;b&gt;ferry&lt;/b&gt;'],
    ['mime', 'boundary=&quot;cut&quot;'],
  ])('shows a mail as %s', async (view, part) => {
    const { status, body } = await get(`/studio/inbox/one?view=${view}`);
    expect(status).toBe(200);
    expect(body).toContain(part);
  });

  it('shows the HTML of a mail in the sandbox', async () => {
    const { headers } = await get('/studio/inbox/one/html');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox /);
  });
});

describe('a path that leaves its folder', () => {
  it.each([
    '/studio/inbox/..%2Fsecret',
    '/studio/inbox/..%2Fsecret/html',
    '/studio/inbox/%2e%2e%2fsecret',
    '/studio/inbox/..%5Csecret',
    '/studio/inbox/%2Fetc%2Fpasswd',
    '/studio/inbox/one%00',
    '/studio/editions/..%2F..%2Fetc%2Fpasswd',
    '/studio/editions/river-talks.2026-11-16%2F..',
    '/studio/editions/__proto__',
    '/studio/samples/edition/..%2F..%2Fbrand',
    '/studio/samples/..%2Fsamples/edition',
    '/studio/samples/edition/.%2Fnormal',
    '/studio/samples/__proto__/normal',
  ])('finds nothing: %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('Subject: secret');
  });
});

describe('the studio', () => {
  it('answers only requests to the loopback host', async () => {
    expect((await get('/studio', { host: 'evil.example' })).status).toBe(421);
    expect((await get('/studio', { host: '127.0.0.1:4600' })).status).toBe(200);
    expect((await get('/studio', { host: '127.0.0.1.evil.example' })).status).toBe(421);
  });

  it('allows its pages one script of its own', async () => {
    const { headers, body } = await get('/studio');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/studio/live.js" defer>']);
    expect((await get('/studio/live.js')).headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it('shows the public pages beside its own', async () => {
    expect((await get('/unsubscribe')).body).toBe('a public page');
  });

  it('shows a sample and says what to do while there is no edition', async () => {
    const empty = studioApp(await inventedDeps([]));
    const body = await (await empty.request('/studio')).text();
    expect(body).toContain('parley compose');
    expect(body).toContain('data-path="/studio/samples/');
  });

  it('says that the first edition is being composed', async () => {
    const deps = await inventedDeps([]);
    const body = await (
      await studioApp({ ...deps, isComposing: () => true }).request('/studio')
    ).text();
    expect(body).toContain('Composing the one that is due');
    expect(body).not.toContain('parley compose');
  });

  it('says why a page failed, and reports it', async () => {
    const reported: Error[] = [];
    const deps = await inventedDeps([]);
    const broken = studioApp({
      ...deps,
      editions: { ...deps.editions, list: () => Promise.reject(new Error('the disk <is> gone')) },
      reportFailure: (error) => reported.push(error),
    });
    const response = await broken.request('/studio');
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('the disk &lt;is&gt; gone');
    expect(reported).toHaveLength(1);
  });

  it('forbids a form of a foreign page, which is no failure', async () => {
    const reported: Error[] = [];
    const reportFailure = (error: Error) => reported.push(error);
    const studio = studioApp({ ...(await inventedDeps([])), reportFailure });
    const response = await studio.request('/studio/tests', {
      method: 'POST',
      headers: {
        origin: 'https://foreign.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'to=ana%40example.com',
    });
    expect(response.status).toBe(403);
    expect(reported).toEqual([]);
  });

  it('has a page for what it does not have', async () => {
    expect((await get('/studio/nothing')).status).toBe(404);
    expect((await get('/studio/inbox/two')).status).toBe(404);
  });
});

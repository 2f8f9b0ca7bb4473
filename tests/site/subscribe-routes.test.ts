import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { wordingFor } from '#lib/briefing/wording.ts';
import { FORM_MAX_BYTES } from '#lib/site/form-body.ts';
import { ANSWER_AFTER_MS } from '#lib/site/reader-deps.ts';
import { CONSENT_WORDING } from '#lib/site/sign-up-form.ts';
import { SIGN_UPS_A_SOURCE_AN_HOUR } from '#lib/subscription/limits.ts';
import { readerSite, TOPIC, type ReaderSite } from './reader-site.ts';
import { SITE } from './site-fixture.ts';

const STATES = ['pending', 'active', 'unsubscribed', 'bounced', 'complained'] as const;
const title = async (response: Response) => /<h1>(.*)<\/h1>/.exec(await response.text())?.[1];

async function askedSite(more = {}) {
  const site = readerSite();
  await site.subscribe('ana@example.com', more);
  const { link } = await site.lastMail();
  return { ...site, confirmPath: link('confirm') };
}

describe('subscribing', () => {
  it('keeps the address as pending and mails a link, with what was chosen', async () => {
    const site = readerSite();
    const chosen = { name: 'Ana', cadence: 'monthly', 'time-zone': 'Asia/Seoul' };
    const response = await site.subscribe(' Ana@Example.com', chosen);
    expect(response.status).toBe(200);
    expect(site.subscribers.all).toMatchObject([
      { address: 'Ana@example.com', state: 'pending', name: null, request: { name: 'Ana' } },
    ]);
    const { to, mail, link } = await site.lastMail();
    expect(to).toBe('Ana@example.com');
    expect(mail.subject).toContain('Confirm');
    expect(link('confirm')).not.toBe('');
    expect(site.failures).toEqual([]);
  });

  it('takes a multipart form too', async () => {
    const site = readerSite();
    const body = new FormData();
    body.set('address', 'ana@example.com');
    const response = await site.app.request('/subscribe', { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(site.mailer.taken).toHaveLength(1);
  });

  it('names each fault beside its field and keeps what was entered', async () => {
    const site = readerSite();
    const values = { name: '=cmd', cadence: 'hourly', 'time-zone': 'Mars/Base' };
    const response = await site.subscribe('no address', values);
    const body = await response.text();
    expect(response.status).toBe(400);
    for (const field of ['address', 'name', 'time-zone'])
      expect(body).toContain(`id="${field}-fault"`);
    expect(body).toContain('value="no address"');
    expect(body).toContain('<details open');
    expect(site.subscribers.all).toEqual([]);
  });

  it.each([
    ['JSON', { body: '{"address":"ana@example.com"}', headers: { 'content-type': 'text/json' } }],
    ['nothing', {}],
    ['a broken form', { body: '--x', headers: { 'content-type': 'multipart/form-data' } }],
  ])('asks for an address where %s was sent', async (_name, init) => {
    const site = readerSite();
    expect((await site.app.request('/subscribe', { method: 'POST', ...init })).status).toBe(400);
    expect(site.subscribers.all).toEqual([]);
  });

  it('refuses a body that no form of ours has', async () => {
    const site = readerSite();
    const response = await site.subscribe('ana@example.com', { name: 'x'.repeat(FORM_MAX_BYTES) });
    expect(response.status).toBe(413);
  });

  it('is done by POST alone', async () => {
    const site = readerSite();
    for (const method of ['GET', 'HEAD'])
      await site.app.request('/subscribe?address=ana@example.com', { method });
    expect((await site.app.request('/subscribe', { method: 'PUT' })).status).toBe(405);
    expect(site.subscribers.all).toEqual([]);
  });

  it('tells a program that fills in the hidden field what it tells everybody, and does nothing', async () => {
    const [site, other] = [readerSite(), readerSite()];
    const trapped = await site.subscribe('ana@example.com', { website: 'x' });
    const person = await other.subscribe('ana@example.com');
    expect(await trapped.text()).toBe(await person.text());
    expect(site.slept).toEqual(other.slept);
    expect([site.subscribers.all, site.mailer.taken]).toEqual([[], []]);
  });
});

describe('whoever has the address', () => {
  /** The answer to a sign-up, and all that was asked of the stores and the clock. */
  async function observe(prepare: (site: ReaderSite) => void) {
    const site = readerSite();
    prepare(site);
    const { counters, pace } = site.readers;
    const spies = [
      ...(['enrol', 'find', 'get', 'change'] as const).map((key) =>
        vi.spyOn(site.subscribers, key),
      ),
      ...(['count', 'secret'] as const).map((key) => vi.spyOn(counters, key)),
      vi.spyOn(pace, 'reservePersonal'),
    ];
    const response = await site.subscribe('ana@example.com');
    const calls = spies.map((spy) => spy.mock.calls.length);
    const { status, headers } = response;
    return {
      answer: { status, headers: [...headers], body: await response.text() },
      calls,
      slept: site.slept,
      mails: site.mailer.taken.length,
    };
  }

  it.each(STATES)('%s: the same answer after the same work', async (state) => {
    const unknown = await observe(() => undefined);
    const known = await observe((site) => site.put(state));
    expect(known.answer).toEqual(unknown.answer);
    // The store in memory finds by itself while it enrols.
    expect(unknown.calls).toEqual([1, 1, 0, 0, 4, 1, 1]);
    expect(known.calls).toEqual(unknown.calls);
    expect(known.slept).toEqual([ANSWER_AFTER_MS]);
    expect(unknown.slept).toEqual([ANSWER_AFTER_MS]);
  });

  it.each(['bounced', 'complained'] as const)('%s: is never mailed', async (state) => {
    expect((await observe((site) => site.put(state))).mails).toBe(0);
  });

  it('is told that they are subscribed, by mail, and stays as they are', async () => {
    const site = readerSite();
    const ana = site.put('active', { name: 'Ana' });
    await site.subscribe('ana@example.com', { name: 'Mallory', cadence: 'monthly' });
    expect(site.subscribers.all).toEqual([ana]);
    const { mail, link } = await site.lastMail();
    expect(mail.subject).toContain('subscribed already');
    expect((await site.get(link('preferences'))).status).toBe(200);
  });

  it('and left stays unsubscribed until they confirm', async () => {
    const site = readerSite();
    site.put('unsubscribed');
    await site.subscribe('ana@example.com');
    expect(site.subscribers.all).toMatchObject([{ id: 's1', state: 'unsubscribed' }]);
    await site.post((await site.lastMail()).link('confirm'));
    expect(site.subscribers.all).toMatchObject([{ id: 's1', state: 'active' }]);
  });
});

describe('limits', () => {
  it('mail an address once in a while, however often it is entered', async () => {
    const site = readerSite();
    const first = await (await site.subscribe('ana@example.com')).text();
    for (let i = 0; i < 5; i++)
      expect(await (await site.subscribe('ana@example.com')).text()).toBe(first);
    expect(site.mailer.taken).toHaveLength(1);
    site.later(1);
    await site.subscribe('ana@example.com');
    expect(site.mailer.taken).toHaveLength(2);
  });

  it('let many sign-ups of one source make no more than its share of mails and records', async () => {
    const site = readerSite();
    const statuses = new Map<number, number>();
    for (let i = 0; i < 100; i++) {
      const { status } = await site.subscribe(`victim${i}@example.com`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(site.mailer.taken).toHaveLength(SIGN_UPS_A_SOURCE_AN_HOUR);
    expect(site.subscribers.all).toHaveLength(SIGN_UPS_A_SOURCE_AN_HOUR);
    expect(statuses.get(429)).toBe(100 - SIGN_UPS_A_SOURCE_AN_HOUR);
  });

  it('say nothing of the address in what is counted, nor in what is reported', async () => {
    const site = readerSite({
      mailer: {
        send: async ({ to }) => ({ kind: 'rejected', reason: `<${to}> is not verified` }),
      },
    });
    const response = await site.subscribe('ana@example.com');
    expect(response.status).toBe(200);
    expect(site.failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^the letter confirm\.us-north-korea\.\w+\.\d+ was not sent: <the address>/,
      ),
    ]);
    expect([...site.readers.counters.numbers.keys()].join()).not.toMatch(/ana|example|192\.0\.2/);
  });
});

describe('confirming', () => {
  it('asks with one button, and changes nothing before it is pressed', async () => {
    const { confirmPath, app, subscribers } = await askedSite();
    for (const method of ['GET', 'HEAD'])
      expect((await app.request(confirmPath, { method })).status).toBe(200);
    const body = await (await app.request(confirmPath)).text();
    expect(body.match(/<form/g)).toHaveLength(1);
    expect(body).not.toContain('ana@example.com');
    expect(subscribers.all).toMatchObject([{ state: 'pending' }]);
  });

  it('makes a subscriber with evidence of consent, and welcomes them with the latest edition', async () => {
    const site = await askedSite({ name: 'Ana', cadence: 'monthly' });
    expect((await site.post(site.confirmPath)).status).toBe(200);
    const [ana] = site.subscribers.all;
    expect(ana).toMatchObject({
      state: 'active',
      name: 'Ana',
      settings: { cadence: 'monthly', pausedUntil: null },
      consent: { wording: `${CONSENT_WORDING} en`, at: site.site.now.toISOString() },
    });
    expect(ana?.consent.source).toMatch(/^page \/subscribe at .*, confirmed by the link/);
    expect(ana).not.toHaveProperty('request');
    const { mail, link } = await site.lastMail();
    expect(mail.text).toContain('Talks <then> & now');
    expect(mail.headers.map(({ key }) => key)).toContain('list-unsubscribe-post');
    const help = mail.headers.find(({ key }) => key === 'list-help')?.value;
    expect(help).toBe(`<${SITE}/#how>`);
    expect(await (await site.get('/')).text()).toContain('id="how"');
    expect(link('preferences')).not.toBe('');
  });

  it('confirms what was asked for first, whatever somebody enters while it waits', async () => {
    const site = readerSite();
    await site.subscribe('ana@example.com', { name: 'Ana', cadence: 'every' });
    const { link } = await site.lastMail();
    site.later(1);
    await site.subscribe('ana@example.com', { name: 'Mallory', cadence: 'monthly' });
    expect((await site.lastMail()).link('confirm')).not.toBe('');
    expect((await site.post(link('confirm'))).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([
      { state: 'active', name: 'Ana', settings: { cadence: 'every' } },
    ]);
  });

  it('again comes to the same, with one welcome', async () => {
    const site = await askedSite();
    const first = await title(await site.post(site.confirmPath));
    expect(await title(await site.post(site.confirmPath))).toBe(first);
    expect(await title(await site.get(site.confirmPath))).toBe(first);
    expect(site.mailer.taken).toHaveLength(2);
  });

  it('works by the first of two mails as well', async () => {
    const site = await askedSite();
    site.later(1);
    await site.subscribe('ana@example.com');
    expect((await site.post(site.confirmPath)).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([{ state: 'active' }]);
  });

  it('is over after three days', async () => {
    const site = await askedSite();
    site.later(73);
    expect((await site.post(site.confirmPath)).status).toBe(410);
    expect(site.subscribers.all).toMatchObject([{ state: 'pending' }]);
  });

  it('does not bring back who left since', async () => {
    const site = await askedSite();
    await site.post(site.confirmPath);
    const { link } = await site.lastMail();
    await site.post(link('unsubscribe'));
    expect((await site.post(site.confirmPath)).status).toBe(410);
    expect(site.subscribers.all).toMatchObject([{ state: 'unsubscribed' }]);
  });

  it('is not done by a damaged link, or one of another purpose', async () => {
    const site = await askedSite();
    const token = site.confirmPath.slice('/confirm/'.length);
    const [first = ''] = token;
    const paths = [
      `/confirm/${token.slice(1)}`,
      `/confirm/${token.replace(first, first === 'k' ? 'j' : 'k')}`,
      '/confirm/nonsense',
      `/change-address/${token}`,
      `/own-data/${token}/erase`,
      `/preferences/${token}`,
      `/unsubscribe/${token}`,
    ];
    for (const path of paths) expect([path, (await site.post(path)).status]).toEqual([path, 400]);
    expect(site.subscribers.all).toMatchObject([{ state: 'pending' }]);
  });
});

it('the words that are agreed to have a version of their own', () => {
  const words = ['en', 'ko'].map((language) => wordingFor(language).pages.subscribe.consent);
  const hash = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 12);
  expect({ [CONSENT_WORDING]: hash }).toEqual({ '2026-11-22': CONSENT_HASH });
});
const CONSENT_HASH = '4355a7263ea0';

it('keeps the topic that is chosen', async () => {
  const site = readerSite();
  await site.subscribe('ana@example.com', { topic: TOPIC });
  expect(site.subscribers.all).toMatchObject([{ topicId: TOPIC }]);
});

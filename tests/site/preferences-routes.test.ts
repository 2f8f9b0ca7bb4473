import { describe, expect, it, vi } from 'vitest';
import { signLink, type LinkPurpose } from '#lib/subscription/signed-link.ts';
import { readerSite, TOPIC, type ReaderSite } from './reader-site.ts';
import { NOW, shippedTopic } from './site-fixture.ts';

const ana = { topicId: TOPIC, subscriberId: 's1' };
const path = ({ keys }: ReaderSite, purpose: LinkPurpose = 'preferences') =>
  `/${purpose}/${signLink(purpose, ana, keys)}`;

function subscribedSite() {
  const site = readerSite();
  site.put('active', { name: 'Ana' });
  return { ...site, path: path(site) };
}

describe('preferences', () => {
  it('show what holds, and not the address: the mail may have been forwarded', async () => {
    const site = subscribedSite();
    const response = await site.get(site.path);
    const body = await response.text();
    expect(response.status).toBe(200);
    expect(body).toContain('value="Ana"');
    expect(body).not.toContain('ana@example.com');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('are changed, and what changed is told by mail', async () => {
    const site = subscribedSite();
    const response = await site.post(site.path, {
      cadence: 'monthly',
      pause: '2',
      name: '',
      'time-zone': 'Asia/Seoul',
      language: 'ko',
    });
    expect(response.status).toBe(200);
    expect(site.subscribers.all).toMatchObject([
      {
        state: 'active',
        name: null,
        settings: {
          cadence: 'monthly',
          timeZone: 'Asia/Seoul',
          language: 'ko',
          pausedUntil: '2026-11-30',
        },
      },
    ]);
    expect((await site.lastMail()).mail.text).toContain('2026년 11월 30일');
  });

  it('stay as they are where a form has them not, and then nothing is mailed', async () => {
    const site = subscribedSite();
    await site.post(site.path, { pause: 'keep', name: 'Ana' });
    expect(site.subscribers.all).toMatchObject([{ name: 'Ana' }]);
    expect(site.mailer.taken).toEqual([]);
  });

  it('end a pause', async () => {
    const site = subscribedSite();
    await site.post(site.path, { pause: '4' });
    expect(await (await site.get(site.path)).text()).toContain('Paused until 14 December 2026');
    await site.post(site.path, { pause: 'none' });
    expect(site.subscribers.all[0]?.settings?.pausedUntil).toBeNull();
  });

  it.each([
    ['cadence', 'hourly'],
    ['pause', '3'],
    ['name', '=cmd'],
    ['time-zone', 'Mars/Base'],
    ['language', 'tlh'],
  ])('name the fault of %s', async (field, value) => {
    const site = subscribedSite();
    const response = await site.post(site.path, { [field]: value });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`href="#${field}"`);
    expect(site.subscribers.all[0]).not.toHaveProperty('settings');
  });

  it.each(['GET', 'HEAD'])('change nothing by %s', async (method) => {
    const site = subscribedSite();
    const before = structuredClone(site.subscribers.all);
    for (const more of ['', '/address', '/own-data', '/topics'])
      await site.app.request(`${site.path}${more}?cadence=monthly`, { method });
    expect([site.subscribers.all, site.mailer.taken]).toEqual([before, []]);
  });

  it('are nobody’s who is no subscriber, and of no other link', async () => {
    const site = readerSite();
    site.put('unsubscribed');
    expect((await site.get(path(site))).status).toBe(410);
    const token = signLink('unsubscribe', ana, site.keys);
    for (const action of ['', '/address', '/own-data', '/topics'])
      expect((await site.post(`/preferences/${token}${action}`)).status).toBe(400);
  });

  it('refuse a body that no form of ours has', async () => {
    const site = subscribedSite();
    expect((await site.post(site.path, { name: 'x'.repeat(10_000) })).status).toBe(413);
  });
});

describe('another topic', () => {
  const other = { ...shippedTopic(), id: 'harbour-talks', title: 'Harbour talks' };

  function siteOfTwo() {
    const site = readerSite({ topics: [shippedTopic(), other] });
    site.put('active', { name: 'Ana' });
    return { ...site, path: path(site) };
  }

  it('is asked for with the name, and confirmed from the address by the link of a mail', async () => {
    const site = siteOfTwo();
    expect(await (await site.get(site.path)).text()).toContain('value="harbour-talks"');
    const response = await site.post(`${site.path}/topics`, { topic: other.id });
    expect(response.status).toBe(200);
    const asked = { topicId: other.id, address: 'ana@example.com', state: 'pending' };
    expect(site.subscribers.all).toMatchObject([{ topicId: TOPIC, state: 'active' }, asked]);
    expect(site.subscribers.all[1]?.request).toMatchObject({ name: 'Ana' });
    const { to, mail, link } = await site.lastMail();
    expect([to, mail.text]).toEqual(['ana@example.com', expect.stringContaining('Harbour talks')]);
    expect((await site.post(link('confirm'))).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([{ topicId: TOPIC }, { ...asked, state: 'active' }]);
  });

  it('that there is none of gets the same answer, and nothing is mailed', async () => {
    const site = siteOfTwo();
    const [known, unknown] = [
      await site.post(`${site.path}/topics`, { topic: other.id }),
      await site.post(`${site.path}/topics`, { topic: 'moon' }),
    ];
    expect(unknown.status).toBe(known.status);
    expect(await unknown.text()).toBe(await known.text());
    expect(site.mailer.taken).toHaveLength(1);
  });
});

describe('another address', () => {
  /** Whoever reads the present address has opened the page of the link. */
  async function linkedSite() {
    const site = subscribedSite();
    await site.post(`${site.path}/address`);
    const { to, link } = await site.lastMail();
    const enter = link('new-address');
    const ask = (address: string) => site.post(enter, { 'new-address': address });
    return { ...site, to, enter, ask };
  }

  async function askedSite(address = 'new@example.com') {
    const site = await linkedSite();
    const response = await site.ask(address);
    return { ...site, response };
  }

  it('is entered by a link mailed to the present one, whatever the lasting link asks for', async () => {
    const site = subscribedSite();
    const page = await site.post(`${site.path}/address`, { 'new-address': 'stranger@example.com' });
    expect(page.status).toBe(200);
    expect(site.mailer.taken.map(({ to }) => to)).toEqual(['ana@example.com']);
    const { link } = await site.lastMail();
    expect((await site.get(link('new-address'))).status).toBe(200);
    expect(await site.subscribers.newAddress(TOPIC, 's1')).toBeNull();
  });

  it('is not entered by the lasting link, a link of another purpose, or an old one', async () => {
    const site = await linkedSite();
    const fields = { 'new-address': 'stranger@example.com' };
    for (const purpose of ['preferences', 'unsubscribe'] as const)
      expect(
        (await site.post(`/new-address/${signLink(purpose, ana, site.keys)}`, fields)).status,
      ).toBe(400);
    site.later(25);
    expect((await site.ask('stranger@example.com')).status).toBe(410);
    expect(site.mailer.taken).toHaveLength(1);
  });

  it('is used once it is confirmed from there, and the one before is told', async () => {
    const site = await askedSite();
    const { to, link } = await site.lastMail();
    const link1 = link('change-address');
    expect(to).toBe('new@example.com');
    expect((await site.get(link1)).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([{ address: 'ana@example.com' }]);
    expect((await site.post(link1)).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([{ id: 's1', address: 'new@example.com' }]);
    expect((await site.lastMail()).to).toBe('ana@example.com');
    expect((await site.post(link1)).status).toBe(410);
    expect((await site.ask('newer@example.com')).status).toBe(410);
  });

  it('is that of the last link alone', async () => {
    const site = await askedSite();
    const { link } = await site.lastMail();
    site.later(1);
    await site.ask('newer@example.com');
    expect((await site.post(link('change-address'))).status).toBe(410);
    expect(site.subscribers.all).toMatchObject([{ address: 'ana@example.com' }]);
  });

  it('is that of the last link alone, asked for in one and the same moment too', async () => {
    const site = await askedSite();
    const { link } = await site.lastMail();
    await site.ask('newer@example.com');
    expect((await site.post(link('change-address'))).status).toBe(410);
  });

  it('is the one of the link, though another is asked for while it is followed', async () => {
    const site = await askedSite();
    const { link } = await site.lastMail();
    const { get } = site.subscribers;
    vi.spyOn(site.subscribers, 'get').mockImplementationOnce(async (...key) => {
      await site.subscribers.noteNewAddress(...key, {
        address: 'newer@example.com',
        at: NOW.toISOString(),
        expiresAt: '2999-01-01T00:00:00Z',
      });
      return get.apply(site.subscribers, key);
    });
    expect((await site.post(link('change-address'))).status).toBe(200);
    expect(site.subscribers.all).toMatchObject([{ address: 'new@example.com' }]);
  });

  it('is over after a day', async () => {
    const site = await askedSite();
    const { link } = await site.lastMail();
    site.later(25);
    expect((await site.post(link('change-address'))).status).toBe(410);
  });

  it.each(['active', 'bounced', 'complained', 'unsubscribed'] as const)(
    'that is %s is answered as any other, and not mailed',
    async (state) => {
      const [site, other] = [await linkedSite(), await linkedSite()];
      site.put(state, { id: 's2', address: 'new@example.com' });
      const ask = async (from: typeof site) => (await from.ask('new@example.com')).text();
      expect(await ask(site)).toBe(await ask(other));
      expect(site.slept).toEqual(other.slept);
      expect([site.mailer.taken.length, other.mailer.taken.length]).toEqual([1, 2]);
    },
  );

  it.each(['no address', 'ana@EXAMPLE.com', ''])('is refused where it is %j', async (address) => {
    const { response, mailer } = await askedSite(address);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('href="#new-address"');
    expect(mailer.taken).toHaveLength(1);
  });

  it('is not asked for by GET', async () => {
    const site = await linkedSite();
    await site.get(`${site.enter}?new-address=new@example.com`);
    expect(await site.subscribers.newAddress(TOPIC, 's1')).toBeNull();
  });
});

describe('own data', () => {
  async function linkedSite() {
    const site = subscribedSite();
    await site.post(`${site.path}/own-data`);
    const { to, link } = await site.lastMail();
    return { ...site, to, link: link('own-data') };
  }

  it('are saved by a link mailed to the own address', async () => {
    const site = await linkedSite();
    expect(site.to).toBe('ana@example.com');
    expect((await site.get(site.link)).status).toBe(200);
    const response = await site.post(`${site.link}/export`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.json()).toEqual({ ...site.subscribers.all[0] });
  });

  it('are erased by it, once', async () => {
    const site = await linkedSite();
    expect((await site.post(`${site.link}/erase`)).status).toBe(200);
    expect(site.subscribers.all).toEqual([]);
    expect((await site.post(`${site.link}/erase`)).status).toBe(410);
    expect((await site.post(`${site.link}/export`)).status).toBe(410);
  });

  it.each(['', '/export', '/erase'])('are left alone by GET of %j', async (action) => {
    const site = await linkedSite();
    await site.get(`${site.link}${action}`);
    expect(site.subscribers.all).toHaveLength(1);
  });

  it('are not given out by any other link, an old one, or to who had the address before', async () => {
    const site = await linkedSite();
    const token = signLink('preferences', ana, site.keys);
    expect((await site.post(`/own-data/${token}/export`)).status).toBe(400);
    const [reader] = site.subscribers.all;
    if (reader !== undefined)
      await site.subscribers.moveAddress(reader, 'new@example.com', site.later(1).toISOString());
    expect((await site.post(`${site.link}/export`)).status).toBe(410);
    const other = await linkedSite();
    other.later(25);
    expect((await other.post(`${other.link}/erase`)).status).toBe(410);
  });
});

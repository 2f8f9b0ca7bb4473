import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../templates/wording/en.json' with { type: 'json' };
import { Inbox, linksOf } from './inbox.ts';
import { CHROMIUM, openBrowser, startProgram, type RunningProgram } from './running-program.ts';
import { findings, WCAG } from './site-pages.ts';

const { pages: words } = en;

describe.skipIf(CHROMIUM === null)('the public pages, in a browser', () => {
  let browser: Browser;
  let program: RunningProgram;
  let inbox: Inbox;

  beforeAll(async () => {
    [browser, program] = await Promise.all([openBrowser(), startProgram()]);
    inbox = new Inbox(program.state);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  /** A window whose pages may load nothing from elsewhere. */
  async function open(path: string, options: { javaScript?: boolean; locale?: string } = {}) {
    const { javaScript = true, locale = 'en-GB' } = options;
    const context = await browser.newContext({ javaScriptEnabled: javaScript, locale });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(program.url)) throw new Error(`asked for ${request.url()}`);
    });
    await page.goto(new URL(path, program.url).href);
    return page;
  }
  const title = (page: Page) => page.locator('h1').innerText();
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).press('Enter');

  it.each([
    '/',
    '/editions',
    '/editions/us-north-korea',
    '/subscribe',
    '/preferences',
    '/unsubscribe',
    '/unsubscribe/forged',
    '/nowhere',
    '/?lang=ko',
    '/subscribe?lang=ko',
  ])('axe finds nothing, and nothing is cut off: %s', async (path) => {
    const page = await open(path);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('axe finds nothing in the latest edition, which home page and list lead to', async () => {
    for (const path of ['/', '/editions']) {
      const page = await open(path);
      const latest = page.getByRole('main').locator('a[href^="/editions/us-north-korea/2"]');
      await latest.first().press('Enter');
      await page.waitForURL(/\/editions\/us-north-korea\/\d/);
      expect(await findings(page, WCAG)).toEqual([]);
    }
  });

  it('takes a reader from the form through the mails to leaving and back, each page without findings', async () => {
    const address = 'ana@example.com';
    const page = await open('/');
    const arrived = async (heading: string) => {
      expect(await title(page)).toBe(heading);
      expect([heading, await findings(page)]).toEqual([heading, []]);
    };
    await page.getByRole('main').getByRole('link', { name: words.home.subscribe }).press('Enter');
    await page.getByLabel(words.subscribe.address).fill('no address');
    await press(page, words.subscribe.button);
    await arrived(words.subscribe.title);
    await page.getByLabel(words.subscribe.address).fill(address);
    await press(page, words.subscribe.button);
    await arrived(words.subscribe.done);

    await page.goto(await inbox.link(address, '/confirm/'));
    expect(await title(page)).toMatch(/^Subscribe to .*\?$/);
    expect(await findings(page)).toEqual([]);
    await press(page, words.confirm.button);
    await arrived(words.confirm.done);

    await page.goto(await inbox.link(address, '/editions/'));
    expect(await page.locator('h1').count()).toBe(1);

    await page.goto(await inbox.link(address, '/preferences/'));
    await arrived(words.preferences.title);
    await page.getByLabel(words.subscribe.monthly).check();
    await press(page, words.preferences.save);
    await arrived(words.preferences.title);
    expect(await page.getByLabel(words.subscribe.monthly).isChecked()).toBe(true);
    await press(page, words.preferences.askData);
    await page.goto(await inbox.link(address, '/own-data/'));
    await arrived(words.ownData.title);

    await page.goto(await inbox.link(address, '/preferences/'));
    await press(page, words.preferences.askAddress);
    await page.goto(await inbox.link(address, '/new-address/'));
    await arrived(words.newAddress.title);
    await page.getByLabel(words.newAddress.address).fill('ana@new.example.com');
    await press(page, words.newAddress.button);
    await arrived(words.preferences.sent);
    await page.goto(await inbox.link('ana@new.example.com', '/change-address/'));
    await arrived(words.changeAddress.title);
    await press(page, words.changeAddress.button);
    await arrived(words.changeAddress.done);

    await page.goto(await inbox.link(address, '/unsubscribe/'));
    await arrived(words.unsubscribe.ask);
    await press(page, words.unsubscribe.button);
    await arrived(words.unsubscribe.done);
    await press(page, words.unsubscribe.undo);
    await arrived(words.unsubscribe.undone);
  }, 180_000);

  it('is used without JavaScript and with the keyboard alone, in Korean', async () => {
    const { pages: korean } = (
      (await import('../../templates/wording/ko.json', { with: { type: 'json' } })) as {
        default: typeof en;
      }
    ).default;
    const page = await open('/subscribe', { javaScript: false, locale: 'ko-KR' });
    expect(await title(page)).toBe(korean.subscribe.title);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    const field = page.getByLabel(korean.subscribe.address);
    const isFocused = () => field.evaluate((input) => input.matches(':focus'));
    for (let tabs = 0; tabs < 12 && !(await isFocused()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.type('mina@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: korean.subscribe.done }).waitFor();
    await page.goto(await inbox.link('mina@example.com', '/confirm/'));
    await press(page, korean.confirm.button);
    expect(await title(page)).toBe(korean.confirm.done);
  });

  it('is switched from one language to the other and stays so', async () => {
    const page = await open('/editions');
    await page.getByRole('link', { name: '한국어' }).press('Enter');
    await page.getByRole('contentinfo').getByRole('link').first().press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.getByRole('link', { name: 'English' }).press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('changes nothing for a scanner that opens every link of every mail', async () => {
    const before = await subscribers();
    expect(before).toContain('reader@example.com');
    const own = (await inbox.mails()).flatMap(linksOf).filter((url) => url.startsWith(program.url));
    expect(own.length).toBeGreaterThan(3);
    for (const url of own)
      for (const method of ['HEAD', 'GET', 'GET']) {
        const { status } = await fetch(url, { method, headers: { 'user-agent': 'scanner' } });
        // 410: a link that was good for one time.
        expect([200, 410], url).toContain(status);
      }
    expect(await subscribers()).toBe(before);
  });

  /** What is kept of every subscriber, as the operator exports it. */
  async function subscribers(): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['dist/parley.js', 'subscribers', 'list', '--json', '--state', program.state],
    ]);
    return stdout;
  }
});

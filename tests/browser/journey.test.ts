import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser, startProgram, type RunningProgram } from './running-program.ts';

describe.skipIf(CHROMIUM === null)('npm start, in a browser', () => {
  let browser: Browser;
  let program: RunningProgram;

  beforeAll(async () => {
    [browser, program] = await Promise.all([openBrowser(), startProgram()]);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  /** Opens a page of the program and notes every request that leaves the machine. */
  async function open(
    path: string,
    options: { width?: number; dark?: boolean; javaScript?: boolean } = {},
  ): Promise<{ page: Page; outside: string[] }> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1200, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      javaScriptEnabled: options.javaScript ?? true,
    });
    const page = await context.newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(program.url)) outside.push(request.url());
    });
    await page.goto(new URL(path, program.url).href);
    return { page, outside };
  }

  /** The address of the HTML of the first mail in the inbox. */
  async function firstMail(): Promise<string> {
    const { page } = await open('/studio/inbox');
    const href = await page.locator('.side a').first().getAttribute('href');
    await page.context().close();
    return `${href}/html`;
  }

  it('lists the edition and shows it on the desktop, as a phone, as text and as source', async () => {
    const { page, outside } = await open('/studio');
    await page.locator('.side a').first().click();
    for (const view of ['Phone', 'Text', 'Source', 'Desktop'])
      await page.locator('.tabs').getByRole('link', { name: view, exact: true }).click();
    const mail = page.frameLocator('iframe').first();
    expect(await mail.locator('h1').count()).toBe(1);
    expect(await mail.locator('body').innerText()).toMatch(/2020[\s\S]*2025/);
    expect(outside).toEqual([]);
  });

  it.each([
    [320, false],
    [320, true],
    [600, false],
    [600, true],
  ])(
    'fits the mail into %i pixels (dark: %s) without a request to the outside',
    async (width, dark) => {
      const { page, outside } = await open(await firstMail(), { width, dark });
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      expect(outside).toEqual([]);
    },
  );

  it('puts then before now on a phone', async () => {
    const { page } = await open(await firstMail(), { width: 320 });
    const text = await page.locator('body').innerText();
    expect(text.indexOf('2020')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('2020')).toBeLessThan(text.lastIndexOf('2025'));
  });

  it('unsubscribes by the link of the mail only when the button is pressed, and takes it back', async () => {
    const { page } = await open(await firstMail(), { javaScript: false });
    const link = await page
      .getByRole('link', { name: /unsubscribe/i })
      .first()
      .getAttribute('href');
    if (link === null) throw new Error('the mail has an unsubscribe link');
    expect(link.startsWith(program.url)).toBe(true);
    await page.goto(link);
    await page.goto(link);
    await page.getByRole('button', { name: 'Unsubscribe' }).press('Enter');
    expect(await page.locator('h1').innerText()).toBe('You are unsubscribed');
    await page.getByRole('button', { name: /undo/i }).press('Enter');
    expect(await page.locator('h1').innerText()).toBe('You stay subscribed');
  });

  it('opens every link of the mail that leads to the program', async () => {
    const { page } = await open(await firstMail());
    const links = await page
      .locator('a')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links.filter((href) => href.startsWith(program.url))) {
      const answer = await page.request.get(link);
      expect([link, answer.status()]).toEqual([link, 200]);
    }
    expect(links.filter((href) => !/^(https?:\/\/|#|mailto:)/.test(href))).toEqual([]);
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser } from './running-program.ts';
import { startStudio, type RunningStudio } from './running-studio.ts';

const NORMAL = '/studio/samples/edition/normal';
const CONFIRM = '/studio/samples/confirm/normal';

describe.skipIf(CHROMIUM === null)('the studio, in a browser', () => {
  let browser: Browser;
  let studio: RunningStudio;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, studio] = await Promise.all([openBrowser(), startStudio()]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  });
  afterEach(async () => {
    await studio.restore();
    expect(errors.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await studio.stop();
  });

  /** Opens a page and waits until it hears of changes. */
  async function open(path: string): Promise<void> {
    await page.goto(studio.url + path);
    await page.getByText('live', { exact: true }).waitFor();
  }
  const mail = (at = 0) => page.frameLocator('iframe').nth(at);

  it('puts a saved template on the screen where it was scrolled to', async () => {
    await open(NORMAL);
    const body = mail().locator('html');
    await body.evaluate((html) => html.ownerDocument.scrollingElement?.scrollTo(0, 700));
    await studio.edit('edition.mjml', '<h1>', '<h1>Changed: ');
    await mail()
      .getByRole('heading', { level: 1, name: /^Changed: / })
      .waitFor();
    expect(await body.evaluate((html) => html.ownerDocument.scrollingElement?.scrollTop)).toBe(700);
  });

  it.each([
    ['a style', 'partials/head.mjml', /h3 \{/, 'h3 { text-transform: uppercase;', 'h3'],
    ['the brand', 'brand.json', /"ink": "#[0-9a-f]{6}"/, '"ink": "#203040"', 'h1'],
  ])('shows a change of %s', async (_, file, from, to, element) => {
    await open(NORMAL);
    await studio.edit(file, from, to);
    const expected = element === 'h3' ? 'uppercase' : 'rgb(32, 48, 64)';
    const property = element === 'h3' ? 'textTransform' : 'color';
    await expect
      .poll(
        () =>
          mail()
            .locator(element)
            .first()
            .evaluate(
              (shown, name) =>
                String(
                  shown.ownerDocument.defaultView?.getComputedStyle(shown)[
                    name as 'color' | 'textTransform'
                  ],
                ),
              property,
            ),
        { timeout: 20_000 },
      )
      .toBe(expected);
  });

  it('shows a change of a sample, of the wording and of a text part', async () => {
    await open(NORMAL);
    await studio.edit('samples/edition/normal.json', /"headline": "/, '"headline": "Sampled: ');
    await mail()
      .getByRole('heading', { name: /^Sampled: / })
      .waitFor();
    await studio.edit('wording/en.json', /"bottomLine": "/, '"bottomLine": "Reworded: ');
    await mail()
      .getByRole('heading', { name: /^Reworded: / })
      .waitFor();
    await open(`${NORMAL}?view=text`);
    await studio.edit('edition.text.hbs', /^/, 'Plainly\n');
    await page.locator('#plain', { hasText: /^Plainly/ }).waitFor();
  });

  it('says a fault with file and line, keeps the last good version, and goes on when it is mended', async () => {
    await open(NORMAL);
    const faults = page.locator('.faults');
    await studio.edit('edition.mjml', '<mj-column>', '<mj-column colour="red">');
    await faults.getByText('Attribute colour is illegal').waitFor();
    expect(await faults.innerText()).toMatch(/templates\/edition\.mjml:\d+/);
    expect(await faults.innerText()).toContain('last good version');
    expect(await mail().locator('h1').count()).toBe(1);
    await studio.restore();
    await faults.waitFor({ state: 'detached' });
  });

  it('says a fault of Handlebars, of a sample and of the brand', async () => {
    await open(NORMAL);
    const faults = page.locator('.faults');
    for (const [file, from, to, told] of [
      ['edition.text.hbs', /^/, '{{#if x}}', /edition\.text\.hbs/],
      ['samples/edition/normal.json', /^\{/, '{ nonsense', /samples\/edition\/normal\.json:1/],
      ['brand.json', /"#[0-9a-f]{6}"/, '"blue"', /brand\.json:\d+/],
    ] as const) {
      await studio.edit(file, from, to);
      await faults.getByText(told).waitFor();
      await studio.restore();
      await faults.waitFor({ state: 'detached' });
    }
  });

  it('shows the mail in light and in dark, whatever scheme the person prefers', async () => {
    const ground = () =>
      mail()
        .locator('body')
        .evaluate((body) => body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor);
    await open(`${NORMAL}?view=desktop`);
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(`${NORMAL}?view=desktop`);
    expect(await ground()).toBe(light);
    await open(`${NORMAL}?view=dark`);
    expect(await ground()).not.toBe(light);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(`${NORMAL}?view=dark`);
    expect(await ground()).not.toBe(light);
  });

  it('shows the mail without styles, readable still', async () => {
    await page.goto(`${studio.url}${NORMAL}/html?css=off`);
    const family = await page.locator('h1').evaluate((h1) => h1.getAttribute('style'));
    expect(family).not.toBeNull();
    const size = await page
      .locator('p')
      .first()
      .evaluate((p) => p.ownerDocument.defaultView?.getComputedStyle(p).fontSize);
    expect(size).toBe('16px');
    // Chromium reports each style that the policy takes away.
    expect(errors.splice(0).every((error) => /style/.test(error))).toBe(true);
  });

  it('runs the checks beside the mail', async () => {
    await open(CONFIRM);
    await page.locator('#checks details').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('#checks').innerText()).toMatch(
      /Nothing to mend[^]*\d+ features left out by mail programs/,
    );
  });

  it('sends a test to the inbox and shows it there', async () => {
    await open(NORMAL);
    const subject = await page.locator('h1').innerText();
    await page.getByLabel('To').fill('me@example.com');
    await page.getByRole('button', { name: 'Send to the inbox' }).press('Enter');
    await page.getByText('The test is sent.').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/studio\/inbox\//);
    expect(await page.locator('h1').innerText()).toBe(subject);
    // The invented mail has a script in it.
    expect(errors.splice(0).every((error) => /Blocked script execution/.test(error))).toBe(true);
  });

  it('is used with the keyboard alone', async () => {
    await open(CONFIRM);
    const current = (list: string) => page.locator(`${list} a[aria-current]`).innerText();
    const before = await current('.side');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('j')]);
    expect(await current('.side')).not.toBe(before);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('k')]);
    expect(await current('.side')).toBe(before);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('l')]);
    expect(await current('.tabs')).toBe('Desktop');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#content');
    // Past the mail, whose links are many.
    await page.goto(studio.url + CONFIRM);
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.locator('#checks details').first().waitFor({ timeout: 30_000 });
    const field = page.getByLabel('To');
    const isFocused = () => field.evaluate((input) => input.matches(':focus'));
    for (let tabs = 0; tabs < 10 && !(await isFocused()); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The test is sent.').waitFor();
    errors.splice(0);
  });
});

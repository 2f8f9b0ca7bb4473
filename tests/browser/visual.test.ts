import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, openBrowser } from './running-program.ts';
import { startStudio, type RunningStudio } from './running-studio.ts';

/**
 * The look of the mail against kept pictures. Fonts differ between machines, so the first screens are
 * compared as coarse grids of brightness: blocks, rules and colours must stay where they are, letters
 * need not. `UPDATE_BASELINE=1 npm run test:browser` takes new pictures; look at them before you commit.
 */
const BASELINE = 'tests/browser/baseline';
const CELL_PX = 20;
const HEIGHT_PX = 1000;
/** Mean difference of brightness over all cells, 0 to 1. Other fonts make up to 0.02, a missing rule or block more. */
const TOLERANCE = 0.035;

const CASES = [600, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme, name: `${width}-${scheme}` })),
);

describe.skipIf(CHROMIUM === null)('the look of the mail', () => {
  let browser: Browser;
  let studio: RunningStudio;
  let page: Page;

  beforeAll(async () => {
    [browser, studio] = await Promise.all([openBrowser(), startStudio()]);
    page = await browser.newPage({ deviceScaleFactor: 1 });
  });
  afterAll(async () => {
    await browser.close();
    await studio.stop();
  });

  /** The first screens as a picture of one pixel a cell. */
  async function picture(width: number, scheme: string): Promise<Buffer> {
    await page.setViewportSize({ width, height: HEIGHT_PX });
    await page.goto(`${studio.url}/studio/samples/edition/normal/html?scheme=${scheme}`);
    return shrunk(await page.screenshot());
  }

  /** Draws a picture smaller by the size of a cell, in a page of its own. */
  async function shrunk(png: Buffer): Promise<Buffer> {
    const url = await inCanvas<string>(png, 1 / CELL_PX, 'canvas.toDataURL()');
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  }

  const grid = (png: Buffer) =>
    inCanvas<number[]>(
      png,
      1,
      'Array.from({ length: canvas.width * canvas.height }, (_, i) => (pixels[4 * i] * 0.2126 + pixels[4 * i + 1] * 0.7152 + pixels[4 * i + 2] * 0.0722) / 255)',
    );

  async function inCanvas<T>(png: Buffer, scale: number, result: string): Promise<T> {
    const drawing = await browser.newPage();
    try {
      return await drawing.evaluate<T>(`new Promise((resolve, reject) => {
        const image = new Image();
        image.onerror = reject;
        image.onload = () => {
          const canvas = document.createElement('canvas');
          canvas.width = Math.round(image.width * ${scale});
          canvas.height = Math.round(image.height * ${scale});
          const drawn = canvas.getContext('2d');
          drawn.imageSmoothingQuality = 'high';
          drawn.drawImage(image, 0, 0, canvas.width, canvas.height);
          const pixels = drawn.getImageData(0, 0, canvas.width, canvas.height).data;
          resolve(${result});
        };
        image.src = 'data:image/png;base64,${png.toString('base64')}';
      })`);
    } finally {
      await drawing.close();
    }
  }

  async function difference(a: Buffer, b: Buffer): Promise<number> {
    const [cells, others] = await Promise.all([grid(a), grid(b)]);
    if (cells.length !== others.length) return 1;
    return (
      cells.reduce((sum, cell, at) => sum + Math.abs(cell - (others[at] ?? 0)), 0) / cells.length
    );
  }

  it.each(CASES)('is that of the kept picture: $name', async ({ width, scheme, name }) => {
    const file = join(BASELINE, `edition-${name}.png`);
    const shown = await picture(width, scheme);
    if (process.env['UPDATE_BASELINE'] === '1' || !existsSync(file)) {
      await mkdir(BASELINE, { recursive: true });
      await writeFile(file, shown);
    }
    const found = await difference(shown, await readFile(file));
    if (found > TOLERANCE) await writeFile(join(tmpdir(), `edition-${name}.png`), shown);
    expect(found).toBeLessThanOrEqual(TOLERANCE);
  });

  it('is told apart from that of a mail whose ground or whose order has changed', async () => {
    const shown = await picture(600, 'light');
    expect(await difference(shown, await picture(600, 'dark'))).toBeGreaterThan(TOLERANCE);
    await studio.edit(
      'partials/head.mjml',
      /<mj-style>\n/,
      '<mj-style>\n  h1 { background: #000; padding: 40px 0 !important; }\n',
    );
    await expect
      .poll(async () => difference(shown, await picture(600, 'light')), { timeout: 20_000 })
      .toBeGreaterThan(TOLERANCE);
  });
});

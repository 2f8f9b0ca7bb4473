import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { compileTemplates } from '#lib/studio/compile-templates.ts';
import { CHROMIUM, openBrowser } from '../browser/running-program.ts';
import { startStudio } from '../browser/running-studio.ts';
import { median, medianMs, milliseconds, printMeasurements } from './measure.ts';

const RUNS = 11;
/** A person does not save twice within it; the other mails and the checks are done by then. */
const PAUSE_MS = 1200;

/** What is saved, and where the browser shows that it has arrived. */
const CHANGES = [
  {
    what: 'a template',
    file: 'edition.mjml',
    from: /<h1>(?:\d+ )?/,
    to: (n: string) => `<h1>${n} `,
  },
  {
    what: 'a style',
    file: 'partials/head.mjml',
    from: /<mj-style>\n(?: *h1::before.*\n)?/,
    to: (n: string) => `<mj-style>\n  h1::before { content: '${n}'; }\n`,
  },
  {
    what: 'a sample',
    file: 'samples/edition/normal.json',
    from: /"headline": "(?:\d+ )?/,
    to: (n: string) => `"headline": "${n} `,
  },
  {
    what: 'the wording',
    file: 'wording/en.json',
    from: /"bottomLine": "(?:\d+ )?/,
    to: (n: string) => `"bottomLine": "${n} `,
  },
] as const;

/**
 * From the save of a file to the frame of the browser that shows it, in Chromium.
 * Peer: MJML compiling the same template from nothing, as a preview without memory does for each change.
 */
export async function benchStudioUpdate(): Promise<void> {
  if (CHROMIUM === null) return;
  const peer = await medianMs(5, () => compileTemplates('templates'));
  const studio = await startStudio();
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${studio.url}/studio/samples/edition/normal`);
  await page.getByText('live', { exact: true }).waitFor();
  const measured = [];
  for (const { what, file, from, to } of CHANGES) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const mark = String(run + 1);
      const shown = shownAt(page, mark);
      const savedAt = Date.now();
      await studio.edit(file, from, to(mark));
      times.push((await shown) - savedAt);
      await sleep(PAUSE_MS);
    }
    const value = median(times);
    measured.push({
      what: `${what}, from save to pixels`,
      value: milliseconds(value),
      peer: `MJML compiling all templates (${milliseconds(peer)})`,
      ratio: value / peer,
    });
    await studio.restore();
  }
  printMeasurements('Studio update', measured);
  await browser.close();
  await studio.stop();
}

/** When the frame that shows the mark is on the screen, on the clock of this machine. */
async function shownAt(page: Page, mark: string): Promise<number> {
  return page.evaluate(`new Promise((resolve) => {
    const document_ = document.querySelector('iframe').contentDocument;
    const window_ = document_.defaultView;
    const has = () => {
      const h1 = document_.querySelector('h1');
      if (h1 === null) return false;
      const before = window_.getComputedStyle(h1, '::before').content;
      const h2 = document_.querySelector('h2');
      return [h1.textContent, h2 ? h2.textContent : '', before.replace(/["']/g, '') + ' '].some(
        (text) => text.trim() === '${mark}' || text.trim().startsWith('${mark} '),
      );
    };
    const look = () =>
      has()
        ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
        : setTimeout(look, 1);
    look();
  })`);
}

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Workshop } from './workshop.ts';

/** States that a mail is pictured in. */
const STATES = [
  { name: '600-light', width: 600, scheme: 'light', css: true },
  { name: '600-dark', width: 600, scheme: 'dark', css: true },
  { name: '320-light', width: 320, scheme: 'light', css: true },
  { name: '320-dark', width: 320, scheme: 'dark', css: true },
  { name: '600-no-css', width: 600, scheme: 'light', css: false },
] as const;

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Starts Chromium without a sandbox of its own, as root needs, and without its calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

/** The Chromium that is named in CHROME_PATH, or one that is installed where it usually is; or null. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | null {
  const paths = [env['CHROME_PATH'], ...KNOWN_PATHS];
  return paths.find((path) => path !== undefined && existsSync(path)) ?? null;
}

export interface ShotOptions {
  /** Path of the program. */
  chromium: string;
  /** Where the pictures go: `MAIL-SAMPLE-STATE.png`. */
  folder: string;
  /** Of one template only; null: of all. */
  mail: string | null;
  onProgress: (done: number) => void;
}

/** Pictures every sample in every state; what cannot be rendered is told, and the others go on. */
export async function takeShots(
  workshop: Workshop,
  { chromium: executablePath, folder, mail: wanted, onProgress }: ShotOptions,
): Promise<{ files: string[]; faults: string[] }> {
  // A package of development, loaded only here.
  const { chromium } = await import('playwright-core');
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const files: string[] = [];
  const faults: string[] = [];
  try {
    for (const { mail, samples } of await workshop.mails())
      for (const sample of wanted === null || wanted === mail ? samples : []) {
        const shown = await workshop.show(mail, sample);
        for (const { file, reason } of shown?.faults ?? []) faults.push(`${file}: ${reason}`);
        if (!shown?.rendered) continue;
        for (const state of STATES) {
          const path = join(folder, `${mail}-${sample}-${state.name}.png`);
          await takeShot(browser, shown.rendered.html, state, path);
          files.push(path);
          onProgress(files.length);
        }
      }
  } finally {
    await browser.close();
  }
  return { files, faults };
}

async function takeShot(
  browser: Browser,
  html: string,
  { width, scheme, css }: (typeof STATES)[number],
  path: string,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: false,
  });
  // Nothing of a mail is loaded from elsewhere, not even for its picture.
  await page.route('**', (route) => route.abort());
  await page.setContent(css ? html : withoutStyles(html));
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

/** What a program shows that knows no style. */
function withoutStyles(html: string): string {
  return html.replace(/<style[^]*?<\/style>/g, '').replace(/ style="[^"]*"/g, '');
}

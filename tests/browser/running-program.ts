import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '#lib/studio/take-shots.ts';

/** Path of an installed Chromium, or null; the suite then says that it is skipped. */
export const CHROMIUM = findChromium(process.env);

if (CHROMIUM === null)
  console.warn('browser suite skipped: no Chromium (apt-get install chromium, or set CHROME_PATH)');

/** Starts Chromium without its calls home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface RunningProgram {
  url: string;
  state: string;
  stop(): Promise<void>;
}

/** `npm start` as a person runs it, in a state folder of its own. */
export async function startProgram(): Promise<RunningProgram> {
  const state = await mkdtemp(join(tmpdir(), 'parley-browser-'));
  const child = spawn(
    process.execPath,
    ['dist/parley.js', 'start', '--port', '0', '--state', state],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await addressPrintedBy(child);
  return {
    url,
    state,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      await rm(state, { recursive: true, force: true });
    },
  };
}

function addressPrintedBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${printed}`)));
  });
}

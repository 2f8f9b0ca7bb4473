import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProgram } from '../browser/running-program.ts';
import { milliseconds, percentile, printMeasurements } from './measure.ts';

const REQUESTS_PER_SECOND = 200;
const SECONDS = 10;

/** A server that does nothing but answer, in a process of its own as the program is. */
const PEER =
  "require('http').createServer((_, a) => a.end('ok')).listen(0, '127.0.0.1', function () { console.log(this.address().port) })";

/** What one request brought: milliseconds from when it was due, and bytes of the body as sent. */
interface Answer {
  path: string;
  ms: number;
  bytes: number;
  status: number;
}

/**
 * The public pages as `npm start` serves them, at 200 requests a second whether earlier ones are answered or not,
 * and what each page weighs. Peer: a bare HTTP server under the same load.
 */
export async function benchSite(): Promise<void> {
  const program = await startProgram();
  const peer = spawn(process.execPath, ['-e', PEER], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(peer.stdout, 'data')) as [Buffer];
    const paths = await pathsOf(program.url);
    await underLoad(program.url, paths, 1);
    const pages = await underLoad(program.url, paths, SECONDS);
    const bare = await underLoad(`http://127.0.0.1:${String(port).trim()}`, ['/'], SECONDS);
    printTimes(pages, bare);
    printPages(pages, paths);
  } finally {
    peer.kill();
    await program.stop();
  }
}

/** The pages for everybody, and those that the newest mail leads to. */
async function pathsOf(url: string): Promise<string[]> {
  const inbox = await (await fetch(`${url}/studio/inbox`)).text();
  const mail = /href="(\/studio\/inbox\/[^"]+)"/.exec(inbox)?.[1] ?? '';
  const html = await (await fetch(`${url}${mail}/html`)).text();
  const own = [...html.matchAll(/href="(http:[^"]+)"/g)].flatMap(([, link = '']) =>
    link.startsWith(url) ? [link.slice(url.length)] : [],
  );
  return [...new Set(['/', '/subscribe', '/editions', '/atom.xml', '/feed.json', ...own])];
}

/** Requests of the paths in turn, one every five milliseconds. */
async function underLoad(url: string, paths: string[], seconds: number): Promise<Answer[]> {
  // A connection that was idle longer may be closed by the server in the moment of its use.
  const agent = new Agent({ keepAlive: true, timeout: 3_000, maxSockets: 64 });
  const started = performance.now();
  const answers: Promise<Answer>[] = [];
  for (let sent = 0; sent < seconds * REQUESTS_PER_SECOND; sent++) {
    const due = started + (sent * 1000) / REQUESTS_PER_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    answers.push(ask(url, paths[sent % paths.length] ?? '/', Math.max(due, started), agent));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}

function ask(url: string, path: string, due: number, agent: Agent): Promise<Answer> {
  const headers = { 'accept-encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    const request = get(url + path, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () =>
        resolve({ path, ms: performance.now() - due, bytes, status: response.statusCode ?? 0 }),
      );
    });
    request.on('error', reject);
  });
}

function printTimes(pages: Answer[], bare: Answer[]): void {
  const measured = [50, 95].map((percent) => {
    const [own, other] = [pages, bare].map((answers) =>
      percentile(
        answers.map(({ ms }) => ms),
        percent,
      ),
    );
    return {
      what: `p${percent} of ${pages.length} answers, ${REQUESTS_PER_SECOND} requests a second`,
      value: milliseconds(own ?? NaN),
      peer: `a bare HTTP server (${milliseconds(other ?? NaN)})`,
      ratio: (own ?? NaN) / (other ?? NaN),
    };
  });
  printMeasurements('Public pages', measured);
}

function printPages(answers: Answer[], paths: string[]): void {
  for (const path of paths) {
    const own = answers.filter((answer) => answer.path === path);
    const p95 = percentile(
      own.map(({ ms }) => ms),
      95,
    );
    const { bytes = 0, status = 0 } = own[0] ?? {};
    const size = `${(bytes / 1000).toFixed(1)} kB`;
    console.log(
      `  ${shortened(path).padEnd(46)} ${size.padStart(12)}   p95 ${milliseconds(p95)}, status ${status}`,
    );
  }
}

/** A signed link without its token. */
const shortened = (path: string) => (path.length > 44 ? `${path.slice(0, 43)}…` : path);

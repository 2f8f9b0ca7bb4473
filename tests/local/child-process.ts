import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/parley-tests');

/** Runs a TypeScript file beside the tests as a process of its own, with a channel to talk on. */
export function forkScript(url: URL, args: string[]): ChildProcess {
  return fork(compile(fileURLToPath(url)), args);
}

/** One file that node starts without a loader, which takes most of a short process's time. */
function compile(script: string): string {
  const outfile = join(CACHE, `${basename(script, '.ts')}.${process.pid}.mjs`);
  if (existsSync(outfile)) return outfile;
  buildSync({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return outfile;
}

/** Sends a message and waits for the answer. */
export async function ask(child: ChildProcess, message: string): Promise<unknown> {
  const answer = answerOf(child);
  child.send(message);
  return answer;
}

/** The next message of a child; an error where it ends without one. */
export async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const failed = once(child, 'exit', { signal: ended.signal }).then(([code, signal]) => {
    throw new Error(`the process ended with ${code ?? signal}`);
  });
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal: ended.signal }), failed]);
    return answer;
  } finally {
    ended.abort();
    await failed.catch(() => undefined);
  }
}

/** Ends a process at once, without a chance to clean up. */
export async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

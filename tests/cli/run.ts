import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '#lib/cli/run-cli.ts';
import type { Terminal } from '#lib/cli/terminal.ts';

/** What a command printed, and how it ended. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder of its own for one test, on the disk's temporary place. */
export const emptyFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'parley-cli-'));

/** A Monday noon in Seoul: the slot of 2026-11-16 is due. */
export const MONDAY = new Date('2026-11-16T03:00:00Z');

/** Runs a command line in this process, in a folder, and captures what it prints. */
export async function run(
  cwd: string,
  args: string[],
  given: Partial<Terminal> = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const code = await runCli(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    stdin: (async function* () {})(),
    env: {},
    cwd,
    now: () => MONDAY,
    interrupted: () => Promise.resolve(),
    ...given,
  });
  return { code, stdout, stderr };
}
